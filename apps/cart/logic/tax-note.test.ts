import { expect, it } from 'vitest';
import { oneLineCart } from '../fixtures/carts.ts';
import { taxNote } from './tax-note.ts';

it('says what is known of tax, and nothing else', () => {
  const texts = { included: 'within', onTop: 'on top', unknown: 'later' };
  const { taxIncluded: _, ...unknown } = oneLineCart;
  expect(taxNote(texts, unknown)).toBe('later');
  expect(taxNote(texts, { ...unknown, taxIncluded: true })).toBe('within');
  expect(taxNote(texts, { ...unknown, taxIncluded: false })).toBe('on top');
});

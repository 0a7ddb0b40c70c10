import { expect, it } from 'vitest';
import { isNotFound } from './not-found.ts';
import { paragraphs } from './paragraphs.ts';

it('splits at blank lines and drops empty parts', () => {
  expect(paragraphs('One\nstill one\n\n \nTwo\n\n')).toEqual(['One\nstill one', 'Two']);
  expect(paragraphs('')).toEqual([]);
});

it('tells "there is none" from "no answer"', () => {
  expect(isNotFound({ data: { code: 'NOT_FOUND' } })).toBe(true);
  expect(isNotFound({ data: { code: 'INTERNAL_SERVER_ERROR' } })).toBe(false);
  expect(isNotFound(new Error('fetch failed'))).toBe(false);
  expect(isNotFound(null)).toBe(false);
});

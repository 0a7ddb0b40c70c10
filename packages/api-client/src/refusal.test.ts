import { describe, expect, it } from 'vitest';
import { refusalOf } from './refusal.ts';

const reply = (data: unknown) => Object.assign(new Error('Only 2 left.'), { data });

describe('refusalOf', () => {
  it('reads reason, message and details of what the API refused', () => {
    expect(refusalOf(reply({ reason: 'stock_insufficient', details: { available: 2 } }))).toEqual({
      reason: 'stock_insufficient',
      message: 'Only 2 left.',
      details: { available: 2 },
    });
  });

  it.each([
    ['a fault', reply({ reason: 'internal' })],
    ['no answer', new Error('fetch failed')],
    ['an answer without a reason', reply({})],
    ['an answer without data', reply(null)],
    ['something thrown that is no error', 'no'],
  ])('is null for %s', (_, error) => {
    expect(refusalOf(error)).toBeNull();
  });

  it('has empty details where the API sent none', () => {
    expect(refusalOf(reply({ reason: 'cart_empty' }))?.details).toEqual({});
  });
});

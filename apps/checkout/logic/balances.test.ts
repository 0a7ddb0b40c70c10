import { expect, it } from 'vitest';
import { payWithOf, sharesOf } from './balances.ts';

const card = (code: string, available: number) => ({ code, last4: code.slice(-4), available });

it('takes the credit first, then the cards as they were entered, and never more than the total', () => {
  const shares = sharesOf(1_000, 300, [card('AAAA', 500), card('BBBB', 400), card('CCCC', 50)]);
  expect(shares.credit).toEqual({ amount: 300, left: 0 });
  expect(shares.cards.map(({ amount, left }) => [amount, left])).toEqual([
    [500, 0],
    [200, 200],
    [0, 50],
  ]);
  expect(shares.covered).toBe(1_000);
  expect(payWithOf(shares)).toEqual({
    credit: 300,
    giftCards: [
      { code: 'AAAA', amount: 500 },
      { code: 'BBBB', amount: 200 },
    ],
  });
});

it('says nothing when there is nothing to give', () => {
  expect(payWithOf(sharesOf(1_000, 0, []))).toBeUndefined();
  expect(payWithOf(sharesOf(1_000, 0, [card('AAAA', 0)]))).toBeUndefined();
});

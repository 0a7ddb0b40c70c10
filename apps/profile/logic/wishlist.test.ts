import { describe, expect, it } from 'vitest';
import { wishes } from '../fixtures/wishlist.ts';
import { priceChange, withoutWish } from './wishlist.ts';

const [cheaper] = wishes;
if (!cheaper?.product) throw new Error('the fixture has a product');
const { product } = cheaper;
const at = (amount: number, currency: 'GBP' | 'EUR' = 'GBP') => ({
  ...cheaper,
  priceWhenAdded: { amount: 2_000, currency: 'GBP' as const },
  product: { ...product, unitPrice: { amount, currency } },
});

describe('the price since then', () => {
  it('is not compared across currencies, nor of what is gone', () => {
    expect(priceChange(at(1_500, 'EUR'))).toBeNull();
    expect(priceChange({ ...cheaper, product: null })).toBeNull();
    expect(priceChange(at(2_000))).toBeNull();
  });
  it('fell or rose by so much', () => {
    expect(priceChange(at(1_500))).toEqual({ less: true, by: { amount: 500, currency: 'GBP' } });
    expect(priceChange(at(2_001))).toEqual({ less: false, by: { amount: 1, currency: 'GBP' } });
  });
});

it('takes a thing out of whichever page it is on, and counts it once', () => {
  const [one, two, three] = wishes;
  if (!one || !two || !three) throw new Error('the fixture has three');
  const data = {
    pages: [
      { items: [one, two], count: 3, nextCursor: 'next' },
      { items: [three], count: 3, nextCursor: null },
    ],
    pageParams: [null, 'next'],
  };
  const left = withoutWish(data, three.variantId);
  expect(left.pages.map(({ items, count }) => [items.length, count])).toEqual([
    [2, 2],
    [0, 2],
  ]);
  expect(withoutWish(left, three.variantId)).toBe(left);
});

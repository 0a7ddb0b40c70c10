import { newId } from '@mallhive/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pricePromotions } from './price-promotions.ts';
import type { CartPromotion, PromotionLine } from './promotion.ts';
import { shareOut } from './share-out.ts';

const now = new Date('2026-05-05T12:00:00Z');
const line = (unitPrice: number, quantity = 1, more: Partial<PromotionLine> = {}): PromotionLine => ({
  variantId: newId(),
  productId: newId(),
  categoryIds: [],
  sellerId: 'one',
  unitPrice,
  quantity,
  ...more,
});
const promotion = (more: Partial<CartPromotion> = {}): CartPromotion => ({
  id: newId(),
  sellerId: null,
  title: 'Spring',
  kind: 'percent',
  percentBp: 1_000,
  amounts: {},
  buyQuantity: 0,
  getQuantity: 0,
  minimums: {},
  productIds: [],
  categoryIds: [],
  currencies: [],
  startsAt: '2026-05-01T00:00:00Z',
  endsAt: null,
  automatic: true,
  exclusive: false,
  priority: 0,
  bearer: 'seller',
  status: 'active',
  code: null,
  refused: null,
  left: null,
  leftForCustomer: null,
  ...more,
});
const price = (promotions: CartPromotion[], lines: PromotionLine[]) => pricePromotions(promotions, lines, 'GBP', now);
const off = (promotions: CartPromotion[], lines: PromotionLine[]) => {
  const { discounts } = price(promotions, lines);
  return lines.map(({ variantId }) => discounts.get(variantId) ?? 0);
};
const whyNot = (more: Partial<CartPromotion>, lines = [line(1_000)]) => price([promotion(more)], lines).refused[0];

describe('does not count', () => {
  it.each([
    ['ended', { endsAt: '2026-05-05T12:00:00Z' }],
    ['ended', { status: 'paused' }],
    ['ended', { automatic: false }],
    ['not_started', { startsAt: '2026-05-05T12:00:01Z' }],
    ['used_up', { left: 0 }],
    ['used_by_customer', { leftForCustomer: 0 }],
    ['used_by_customer', { refused: 'used_by_customer' }],
    ['currency', { currencies: ['EUR'] }],
    ['currency', { kind: 'amount', amounts: { EUR: 500 } }],
    ['no_such_goods', { sellerId: 'two' }],
    ['no_such_goods', { productIds: [newId()] }],
    ['no_such_goods', { categoryIds: [newId()] }],
    ['minimum', { minimums: { GBP: 1_001 } }],
    ['no_effect', { kind: 'buy_x_get_y', percentBp: 10_000, buyQuantity: 1, getQuantity: 1 }],
  ] as const)('%s', (reason, more) => {
    expect(whyNot(more as Partial<CartPromotion>)).toMatchObject({ reason });
  });

  it('names the minimum, which counts only the goods it is for', () => {
    const lines = [line(900, 1, { sellerId: 'two' }), line(5_000)];
    expect(whyNot({ sellerId: 'two', minimums: { GBP: 1_000 } }, lines)).toMatchObject({ minimum: 1_000 });
  });
});

describe('takes off', () => {
  it('a percentage and an amount, shared out to the penny', () => {
    expect(off([promotion({ percentBp: 3_333 })], [line(1_000), line(1_000), line(1_000)])).toEqual([334, 333, 333]);
    expect(off([promotion({ kind: 'amount', amounts: { GBP: 100 } })], [line(200), line(100), line(100)])).toEqual([
      50, 25, 25,
    ]);
    expect(off([promotion({ kind: 'amount', amounts: { GBP: 9_999 } })], [line(200), line(100)])).toEqual([200, 100]);
  });

  it('only of the goods it is for: seller, product, category above', () => {
    const lines = [line(1_000), line(1_000, 1, { sellerId: 'two', productId: 'p', categoryIds: ['leaf', 'root'] })];
    for (const scope of [{ sellerId: 'two' }, { productIds: ['p'] }, { categoryIds: ['root'] }]) {
      expect(off([promotion(scope)], lines)).toEqual([0, 100]);
    }
  });

  it('the cheapest units of each complete group', () => {
    const three = promotion({ kind: 'buy_x_get_y', percentBp: 10_000, buyQuantity: 2, getQuantity: 1 });
    expect(off([three], [line(900), line(500), line(700)])).toEqual([0, 500, 0]);
    expect(off([three], [line(900, 3), line(500, 2)])).toEqual([0, 500]);
    expect(off([three], [line(900, 4), line(500, 2)])).toEqual([0, 1_000]);
    expect(off([{ ...three, percentBp: 5_000 }], [line(900, 2), line(501)])).toEqual([0, 251]);
  });

  it('freight of the sellers whose goods it is for', () => {
    const free = promotion({ kind: 'free_shipping', minimums: { GBP: 500 } });
    const lines = [line(400), line(400, 1, { sellerId: 'two' })];
    expect(price([free], lines).applied).toMatchObject([{ amount: 0, lines: [], freeShipping: ['one', 'two'] }]);
  });
});

describe('several', () => {
  it('each takes its share of what is left', () => {
    const ten = promotion({ priority: 2 });
    const five = promotion({ kind: 'amount', amounts: { GBP: 500 }, priority: 1 });
    expect(off([ten, five], [line(10_000)])).toEqual([1_500]);
    expect(off([{ ...ten, priority: 0 }, five], [line(10_000)])).toEqual([1_450]);
  });

  it('an exclusive one stands alone, and does not join others', () => {
    const alone = promotion({ exclusive: true, priority: 1 });
    const reasons = (all: CartPromotion[]) => price(all, [line(1_000)]).refused.map(({ reason }) => reason);
    expect(reasons([alone, promotion()])).toEqual(['not_combinable']);
    expect(reasons([{ ...alone, priority: -1 }, promotion()])).toEqual(['not_combinable']);
    const [kept] = price([alone, promotion({ code: 'MINE', automatic: false })], [line(1_000)]).applied;
    expect(kept?.code).toBe('MINE');
  });

  it('one that does not count stands in nobody’s way', () => {
    const ended = promotion({ exclusive: true, priority: 9, status: 'paused' });
    expect(off([ended, promotion()], [line(1_000)])).toEqual([100]);
  });
});

describe('whatever comes', () => {
  const lines = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 1, max: 99 }), fc.constantFrom('one', 'two'))
      .map(([unitPrice, quantity, sellerId]) => line(unitPrice, quantity, { sellerId })),
    { maxLength: 8 },
  );
  const promotions = fc.array(
    fc
      .record({
        kind: fc.constantFrom('percent', 'amount', 'free_shipping', 'buy_x_get_y'),
        percentBp: fc.integer({ min: 1, max: 10_000 }),
        amounts: fc.integer({ min: 1, max: 3_000_000 }).map((GBP) => ({ GBP })),
        buyQuantity: fc.integer({ min: 1, max: 5 }),
        getQuantity: fc.integer({ min: 1, max: 5 }),
        sellerId: fc.constantFrom(null, 'one', 'two'),
        exclusive: fc.boolean(),
        priority: fc.integer({ min: -2, max: 2 }),
        code: fc.constantFrom(null, 'CODE'),
      })
      .map((more) => promotion(more as Partial<CartPromotion>)),
    { maxLength: 5 },
  );

  it('adds up, is never negative, and does not depend on any order', () => {
    fc.assert(
      fc.property(lines, promotions, fc.infiniteStream(fc.nat()), (goods, all, random) => {
        const priced = price(all, goods);
        for (const one of goods) {
          const less = priced.discounts.get(one.variantId) ?? 0;
          expect(Number.isSafeInteger(less)).toBe(true);
          expect(less).toBeGreaterThanOrEqual(0);
          expect(less).toBeLessThanOrEqual(one.unitPrice * one.quantity);
        }
        const byPromotion = priced.applied.reduce((sum, { amount }) => sum + amount, 0);
        const byLine = [...priced.discounts.values()].reduce((sum, amount) => sum + amount, 0);
        expect(byPromotion).toBe(byLine);
        for (const { amount, lines: parts } of priced.applied) {
          expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
        }
        expect(priced.applied.length + priced.refused.length).toBe(all.length);
        const [first, ...others] = priced.applied;
        if (all.find(({ id }) => id === first?.promotionId)?.exclusive) expect(others).toEqual([]);
        const mixed = <Item>(items: readonly Item[]) =>
          items
            .map((item) => ({ item, at: random.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const again = price(mixed(all), mixed(goods));
        expect(again.applied).toEqual(priced.applied);
        expect(again.discounts).toEqual(priced.discounts);
      }),
    );
  });

  it('shares add up and stay within their weights', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 2_147_483_647 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
        const amount = Math.floor(all.reduce((sum, weight) => sum + weight, 0) * part);
        const shares = shareOut(amount, all);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
        expect(shares.every((share, index) => share >= 0 && share <= (all[index] ?? 0))).toBe(true);
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commissionOf } from './commission-of.ts';
import { type CommissionRule, chooseRule, commissionOn, defaultBasisPoints } from './rules.ts';

const now = new Date('2026-11-23T12:00:00Z');
const rule = (id: string, change: Partial<CommissionRule>): CommissionRule => ({
  ...{ id, sellerId: null, categoryId: null, basisPoints: 1, validFrom: new Date('2026-01-01'), validUntil: null },
  ...change,
});
const of = { sellerId: 's', categoryIds: ['kitchen', 'home'] };
const choose = (rules: CommissionRule[]) => chooseRule(rules, of, now).ruleId;

it('lets the most specific rule win, and of two for the same the one that began last', () => {
  const everybody = rule('everybody', {});
  const home = rule('home', { categoryId: 'home' });
  const kitchen = rule('kitchen', { categoryId: 'kitchen' });
  const seller = rule('seller', { sellerId: 's' });
  const sellerHome = rule('seller-home', { sellerId: 's', categoryId: 'home' });
  const order = [everybody, home, kitchen, seller, sellerHome];
  for (let count = 1; count <= order.length; count += 1) {
    const some = order.slice(0, count);
    expect(choose(some)).toBe(some.at(-1)?.id);
    expect(choose(some.toReversed())).toBe(some.at(-1)?.id);
  }
  expect(choose([seller, rule('newer', { sellerId: 's', validFrom: new Date('2026-06-01') })])).toBe('newer');
});

it('does not see rules of others, of other times, of other categories', () => {
  expect(
    chooseRule(
      [
        rule('other', { sellerId: 'other' }),
        rule('garden', { categoryId: 'garden' }),
        rule('future', { validFrom: new Date('2026-11-24') }),
        rule('past', { validUntil: now }),
      ],
      of,
      now,
    ),
  ).toEqual({ ruleId: null, basisPoints: defaultBasisPoints });
});

it('rounds half up to the penny', () => {
  expect([995, 994, 5].map((net) => commissionOn(net, 1_000))).toEqual([100, 99, 1]);
});

it('adds up over the lines and leaves the seller no less than nothing', () => {
  const lines = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(lines, fc.nat(10_000), fc.nat(50), (nets, basisPoints, taxPercent) => {
      const items = nets.reduce((sum, net) => sum + net, 0);
      const tax = Math.floor((items * taxPercent) / 100);
      const part = { sellerId: 's', subOrderId: 'o', items, shipping: 0, tax };
      const named = nets.map((net, index) => ({ orderLineId: `l${index}`, categoryIds: [], net }));
      const { allocations, lines } = commissionOf([rule('all', { basisPoints })], [{ ...part, lines: named }], now);
      const [allocation] = allocations;
      expect(allocation).not.toHaveProperty('lines');
      expect(allocation?.commission).toBe(lines.reduce((sum, { amount }) => sum + amount, 0));
      expect(items - tax - (allocation?.commission ?? 0)).toBeGreaterThanOrEqual(0);
      expect(lines.every(({ amount, net }) => amount >= 0 && amount <= net)).toBe(true);
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { captureEntries, type Entry } from './entries.ts';
import { feeOf } from './fee.ts';
import { grossOf } from './part.ts';
import { type OpenPart, openOf, refundEntries } from './refund-entries.ts';

const sum = (entries: readonly { amount: number }[]) => entries.reduce((total, entry) => total + entry.amount, 0);

const part = fc
  .record({
    items: fc.integer({ min: 1, max: 1_000_000 }),
    shipping: fc.integer({ min: 0, max: 5_000 }),
    taxIncluded: fc.boolean(),
    taxShare: fc.constantFrom(0, 5, 6, 20),
    commissionShare: fc.constantFrom(0, 3, 10, 13),
    promotion: fc.constantFrom(0, 1, 7, 500),
    released: fc.boolean(),
  })
  .map(({ taxShare, commissionShare, promotion, ...rest }, index = 0) => ({
    ...rest,
    sellerId: `seller-${index}`,
    tax: taxShare === 0 ? 0 : Math.floor((rest.items + rest.shipping) / taxShare),
    commission: commissionShare === 0 ? 0 : Math.floor(rest.items / commissionShare / 2),
    discounts: [{ bearer: 'marketplace' as const, amount: promotion }],
  }));
const parts = fc
  .array(part, { minLength: 1, maxLength: 5 })
  .map((list) => list.map((one, index) => ({ ...one, sellerId: `s${index}`, subOrderId: `o${index}` })));

function openFrom(entries: readonly Entry[], released: ReadonlySet<string>): OpenPart[] {
  const bySubOrder = Map.groupBy(
    entries.filter(({ subOrderId }) => subOrderId !== null),
    ({ subOrderId }) => subOrderId ?? '',
  );
  return [...bySubOrder].map(([subOrderId, list]) => {
    const of = (begins: string, sign: 1 | -1) => {
      const byAccount = Map.groupBy(
        list.filter(({ account }) => account.startsWith(begins)),
        ({ account }) => account,
      );
      return [...byAccount].map(([account, own]) => ({ account, amount: sign * sum(own) }));
    };
    const seller = sum(of('seller', -1));
    return {
      sellerId: list[0]?.sellerId ?? '',
      subOrderId,
      seller,
      others: [...of('tax', -1), ...of('commission', -1)],
      promotions: of('promotion', 1),
      held: released.has(subOrderId) ? 0 : seller,
    };
  });
}

it('balances every capture; any chain of refunds takes from no account more than it got and leaves none a cent', () => {
  fc.assert(
    fc.property(
      parts,
      fc.array(fc.record({ share: fc.double({ min: 0.01, max: 0.9, noNaN: true }), named: fc.option(fc.nat(4)) }), {
        maxLength: 6,
      }),
      (allocations, steps) => {
        const books = captureEntries('test', 'GB', allocations);
        const captured = captureEntries('test', 'GB', allocations);
        expect(sum(books)).toBe(0);
        const total = allocations.reduce((all, one) => all + grossOf(one), 0);
        expect(books[0]).toMatchObject({ account: 'provider:test', amount: total });
        const released = new Set(allocations.filter((one) => one.released).map((one) => one.subOrderId));
        let left = total;
        for (const { share, named } of [...steps, { share: 1, named: null }]) {
          const open = openFrom(books, released);
          expect(open.reduce((all, one) => all + openOf(one), 0)).toBe(left);
          const one = named === null ? undefined : open[named];
          const amount = share === 1 ? left : Math.floor((one ? openOf(one) : left) * share);
          if (amount === 0) continue;
          const refund = refundEntries('test', open, amount, one ? [{ subOrderId: one.subOrderId, amount }] : []);
          expect(sum(refund)).toBe(0);
          expect(refund[0]).toMatchObject({ account: 'provider:test', amount: -amount });
          for (const entry of refund.slice(1)) {
            // Every account gives back what it got; only the marketplace's discount comes back to it.
            expect(Math.sign(entry.amount)).toBe(entry.account.startsWith('promotion:') ? -1 : 1);
            if (one) expect(entry.subOrderId).toBe(one.subOrderId);
            expect(entry.account.startsWith('seller:')).toBe(
              entry.account.startsWith('seller') && released.has(entry.subOrderId ?? ''),
            );
          }
          books.push(...refund);
          left -= amount;
        }
        for (const account of new Set(captured.map((entry) => entry.account.replace('seller_hold', 'seller')))) {
          expect(sum(books.filter((entry) => entry.account.replace('seller_hold', 'seller') === account))).toBe(0);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});

it('takes the named seller first and lets what is more than theirs fall to the others', () => {
  const two = [1, 2].map((n) => ({
    sellerId: `s${n}`,
    subOrderId: `o${n}`,
    items: 1_000,
    shipping: 0,
    tax: 0,
    commission: 100,
  }));
  const open = openFrom(captureEntries('test', 'GB', two), new Set());
  expect(refundEntries('test', open, 1_200, [{ subOrderId: 'o1', amount: 1_200 }])).toEqual([
    { account: 'provider:test', sellerId: null, subOrderId: null, amount: -1_200 },
    { account: 'seller_hold:s1', sellerId: 's1', subOrderId: 'o1', amount: 900 },
    { account: 'commission', sellerId: 's1', subOrderId: 'o1', amount: 100 },
    { account: 'seller_hold:s2', sellerId: 's2', subOrderId: 'o2', amount: 180 },
    { account: 'commission', sellerId: 's2', subOrderId: 'o2', amount: 20 },
  ]);
});

it('takes the fee that the provider reports, else its schedule, never more than the payment', () => {
  const schedules = { test: { basisPoints: 140, fixed: 20 } };
  const payment = { provider: 'test', amount: 1_000 };
  expect(feeOf(schedules, payment, {})).toBe(34);
  expect(feeOf(schedules, payment, { fee: 29 })).toBe(29);
  expect(feeOf(schedules, { ...payment, amount: 5 }, {})).toBe(5);
  expect(feeOf({}, payment, { fee: null })).toBe(0);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { captureEntries, commissionOn, refundEntries } from './ledger.ts';

const sum = (entries: { amount: number }[]) => entries.reduce((total, entry) => total + entry.amount, 0);

const parts = fc.array(
  fc
    .record({ items: fc.integer({ min: 1, max: 1_000_000 }), shipping: fc.integer({ min: 0, max: 5_000 }) })
    .map(({ items, shipping }) => ({
      sellerId: 'seller',
      subOrderId: 'sub',
      items,
      shipping,
      tax: Math.floor((items + shipping) / 6),
      commission: commissionOn(items),
    })),
  { minLength: 1, maxLength: 6 },
);

it('balances every capture, and any chain of refunds returns each account to exactly zero', () => {
  fc.assert(
    fc.property(
      parts,
      fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { maxLength: 4 }),
      (allocations, cuts) => {
        const capture = captureEntries('test', 'GB', allocations);
        expect(sum(capture)).toBe(0);
        const total = allocations.reduce((all, part) => all + part.items + part.shipping, 0);
        const marks = [
          ...new Set([...cuts.map((cut) => Math.floor(cut * total)).filter((mark) => mark > 0), total]),
        ].sort((a, b) => a - b);
        const left = capture.map((entry) => ({ ...entry }));
        let before = 0;
        for (const mark of marks) {
          const refund = refundEntries(capture, before, mark - before);
          expect(sum(refund)).toBe(0);
          for (const entry of refund) {
            // The provider gives, every other account gives back; never the other way.
            expect(Math.sign(entry.amount)).toBe(entry.account.startsWith('provider:') ? -1 : 1);
            let rest = entry.amount;
            for (const open of left) {
              if (open.account !== entry.account || open.sellerId !== entry.sellerId || rest === 0) continue;
              const step = Math.sign(rest) * Math.min(Math.abs(rest), Math.abs(open.amount));
              open.amount += step;
              rest -= step;
            }
            expect(rest).toBe(0);
          }
          before = mark;
        }
        expect(left.every((entry) => entry.amount === 0)).toBe(true);
      },
    ),
    {
      numRuns: 1_000,
      examples: [
        [
          [
            { sellerId: 'seller', subOrderId: 'sub', items: 6, shipping: 0, tax: 1, commission: 1 },
            { sellerId: 'seller', subOrderId: 'sub', items: 1, shipping: 23, tax: 4, commission: 0 },
          ],
          [0.267, 0.3],
        ],
      ],
    },
  );
});

it('rounds the commission half up to the penny', () => {
  expect([commissionOn(995), commissionOn(994), commissionOn(5)]).toEqual([100, 99, 1]);
});

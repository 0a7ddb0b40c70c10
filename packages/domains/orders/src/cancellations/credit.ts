import type { LineDocument } from '../order.ts';

/** Of what a line is worth. `discount` and tax as they were when it was bought. */
type Priced = Pick<LineDocument, 'quantity' | 'total' | 'tax' | 'creditedQuantity'> & { discount?: number };

export interface Credit {
  /** What the shopper gets for it, minor units; tax on top is part of it. */
  amount: number;
  /** The tax within. */
  tax: number;
}

/** `part` of `whole` of an amount, rounded half up; exact however large the amounts are. */
function share(amount: number, part: number, whole: number): number {
  return Number((2n * BigInt(amount) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)));
}

/**
 * What the next `count` units of a line are worth when they are given back: its price less its discount, and the tax where
 * it was on top. Shares are taken from the running sum, so that all units together are worth exactly what was paid for them.
 */
export function creditOf(line: Priced, count: number, taxIncluded: boolean): Credit {
  const paid = line.total - (line.discount ?? 0) + (taxIncluded ? 0 : line.tax);
  const upTo = (units: number): Credit => ({
    amount: share(paid, units, line.quantity),
    tax: share(line.tax, units, line.quantity),
  });
  const [before, after] = [upTo(line.creditedQuantity), upTo(line.creditedQuantity + count)];
  return { amount: after.amount - before.amount, tax: after.tax - before.tax };
}

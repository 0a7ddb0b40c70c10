import { type Allocation, grossOf } from '../ledger/part.ts';
import { splitBy } from '../ledger/share-of.ts';

/** Less money than was allocated, that is to go back whole: shared out by what each part costs, without commission and tax. */
export function reduceAllocations(allocations: readonly Allocation[], amount: number): Allocation[] {
  const shares = splitBy(amount, allocations.map(grossOf));
  return allocations.map((part, index) => ({
    ...part,
    items: shares[index] ?? 0,
    shipping: 0,
    tax: 0,
    discounts: [],
    commission: 0,
  }));
}

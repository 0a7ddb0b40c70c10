/** So much cheaper it must be to be worth telling. */
const leastDropBp = 500;

export interface PriceStep {
  /** The price now. */
  seen: number;
  /** What it was before; null when there is nothing to tell. */
  dropFrom: number | null;
}

/**
 * What a price now means to somebody who put it on their list at `price` and was last known to know `seenPrice`. Null when
 * nothing is to be noted. A drop is measured from the lower of the two, so that one that only takes back a rise is none;
 * one too small to tell is not noted, so that small ones add up.
 */
export function priceStep(
  now: number,
  { price, seenPrice }: { price: number; seenPrice: number | null },
): PriceStep | null {
  const known = seenPrice ?? price;
  if (now > known) return { seen: now, dropFrom: null };
  const from = Math.min(known, price);
  return now < from && (from - now) * 10_000 >= from * leastDropBp ? { seen: now, dropFrom: from } : null;
}

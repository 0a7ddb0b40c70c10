/** One seller's part of a payment, in minor units, frozen when the payment is created. `tax` is included in items + shipping, unless it says otherwise. */
export interface Allocation {
  sellerId: string;
  subOrderId: string;
  items: number;
  shipping: number;
  tax: number;
  /** False: the tax is on top of items + shipping. */
  taxIncluded?: boolean;
  commission: number;
}

export interface Entry {
  account: string;
  sellerId: string | null;
  /** Debit positive, credit negative. */
  amount: number;
}

/** The marketplace's share of the goods, without shipping: 10 %. */
export const commissionBasisPoints = 1_000;

/** What the shopper pays for this part. */
export function grossOf({ items, shipping, tax, taxIncluded = true }: Omit<Allocation, 'commission'>): number {
  return items + shipping + (taxIncluded ? 0 : tax);
}

/** Rounded half up to the minor unit, per seller. */
export function commissionOn(items: number, basisPoints = commissionBasisPoints): number {
  return Math.round((items * basisPoints) / 10_000);
}

/**
 * Money in: the provider owes us the total; we owe the tax office what is tax, ourselves the commission,
 * and each seller the rest of their part.
 */
export function captureEntries(provider: string, country: string, allocations: readonly Allocation[]): Entry[] {
  const total = allocations.reduce((sum, part) => sum + grossOf(part), 0);
  const entries: Entry[] = [{ account: `provider:${provider}`, sellerId: null, amount: total }];
  for (const part of allocations) {
    const { sellerId, tax, commission } = part;
    entries.push(
      { account: 'seller-payable', sellerId, amount: -(grossOf(part) - tax - commission) },
      { account: `tax-payable:${country}`, sellerId, amount: -tax },
      { account: 'commission', sellerId, amount: -commission },
    );
  }
  return entries.filter((entry) => entry.amount !== 0);
}

/** `part` of `whole` as a share of `amount`, rounded half up; exact however large the amounts are. */
function shareOf(amount: number, part: number, whole: number): number {
  if (whole === 0) return 0;
  const [a, p, w] = [BigInt(amount), BigInt(part), BigInt(whole)];
  return Number((2n * a * p + w) / (2n * w));
}

/**
 * Money out: the capture's entries the other way round, in proportion. What was refunded so far is split between the
 * first account and all others, what falls to those again, and so on. Each split only ever grows with the sum, so a
 * further refund takes nothing back from any account, and the whole sum gives each account exactly what it got.
 */
export function refundEntries(capture: readonly Entry[], before: number, amount: number): Entry[] {
  const total = capture.reduce((sum, entry) => sum + Math.max(0, entry.amount), 0);
  const upTo = (refunded: number) => {
    let left = refunded;
    let whole = total;
    return capture
      .filter((entry) => entry.amount < 0)
      .map((entry) => {
        const part = shareOf(left, -entry.amount, whole);
        left -= part;
        whole += entry.amount;
        return part;
      });
  };
  const [earlier, later] = [upTo(before), upTo(before + amount)];
  const credits = capture.filter((entry) => entry.amount < 0);
  const [clearing] = capture.filter((entry) => entry.amount > 0);
  if (!clearing) return [];
  return [
    { ...clearing, amount: -amount },
    ...credits.map((entry, index) => ({ ...entry, amount: (later[index] ?? 0) - (earlier[index] ?? 0) })),
  ].filter((entry) => entry.amount !== 0);
}

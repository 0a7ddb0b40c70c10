import { type Allocation, borneByMarketplace, grossOf } from './part.ts';

export interface Entry {
  /** See the README of this package. */
  account: string;
  sellerId: string | null;
  subOrderId: string | null;
  /** Debit positive, credit negative. */
  amount: number;
}

export const holdAccount = (sellerId: string) => `seller_hold:${sellerId}`;
export const sellerAccount = (sellerId: string) => `seller:${sellerId}`;
const marketplace = { sellerId: null, subOrderId: null };

/**
 * Money in: the provider owes us the total; we owe the tax office what is tax, ourselves the commission, and each seller the
 * rest of their part, which is held. A discount that the marketplace bears is paid to the seller. What gift cards and credit
 * gave (`spent`) we do not owe to their holders any more, and the provider owes us so much less.
 */
export function captureEntries(
  provider: string,
  country: string,
  allocations: readonly Allocation[],
  spent: readonly { account: string; amount: number }[] = [],
): Entry[] {
  const total = allocations.reduce((sum, part) => sum + grossOf(part), 0);
  const rest = spent.reduce((left, { amount }) => left - amount, total);
  const entries: Entry[] = [{ account: `provider:${provider}`, ...marketplace, amount: rest }];
  entries.push(...spent.map((part) => ({ ...marketplace, ...part })));
  for (const part of allocations) {
    const { sellerId, subOrderId, tax, commission } = part;
    const promotion = borneByMarketplace(part);
    const whose = { sellerId, subOrderId };
    entries.push(
      { account: holdAccount(sellerId), ...whose, amount: -(grossOf(part) + promotion - tax - commission) },
      { account: `tax:${country}`, ...whose, amount: -tax },
      { account: 'commission', ...whose, amount: -commission },
      { account: 'promotion:marketplace', ...whose, amount: promotion },
    );
  }
  return entries.filter((entry) => entry.amount !== 0);
}

/** What the provider keeps for its work; ours to bear. */
export function feeEntries(provider: string, fee: number): Entry[] {
  return [
    { account: `fees:${provider}`, ...marketplace, amount: fee },
    { account: `provider:${provider}`, ...marketplace, amount: -fee },
  ];
}

/** Held money becomes the seller's to take. */
export function releaseEntries(sellerId: string, parts: readonly { subOrderId: string; amount: number }[]): Entry[] {
  return parts.flatMap(({ subOrderId, amount }) => [
    { account: holdAccount(sellerId), sellerId, subOrderId, amount },
    { account: sellerAccount(sellerId), sellerId, subOrderId, amount: -amount },
  ]);
}

/** On its way to the seller, or with a negative amount back from there. */
export function payoutEntries(sellerId: string, amount: number): Entry[] {
  return [
    { account: sellerAccount(sellerId), sellerId, subOrderId: null, amount },
    { account: 'payouts', sellerId, subOrderId: null, amount: -amount },
  ];
}

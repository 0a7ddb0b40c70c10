import { type Entry, holdAccount, sellerAccount } from './entries.ts';
import { shareOf, splitBy } from './share-of.ts';

/** What is still open of one seller's part of a capture: captured less what earlier refunds took back. All amounts ≥ 0. */
export interface OpenPart {
  sellerId: string;
  subOrderId: string;
  /** The seller's share, whether it is held or not. */
  seller: number;
  /** Commission and tax, by account. */
  others: readonly { account: string; amount: number }[];
  /** What the marketplace paid in. */
  promotions: readonly { account: string; amount: number }[];
  /** Of the seller's share: not released yet. */
  held: number;
}

/** What the shopper paid for it and has not got back. */
export function openOf({ seller, others, promotions }: OpenPart): number {
  const sum = (list: OpenPart['others']) => list.reduce((all, { amount }) => all + amount, 0);
  return seller + sum(others) - sum(promotions);
}

/** Which sub-orders' money goes back; what is not named falls to all in proportion. */
export interface RefundPart {
  subOrderId: string;
  amount: number;
}

/**
 * Money out. Every account gives back its share of what is still open, so any chain of refunds takes no more from an account
 * than it got, and the last one leaves each at exactly zero. The seller gives first what is held, then what is theirs.
 * What stays here (`kept`) is owed to the holders of gift cards and credit; the rest is sent by the provider.
 * Amounts beyond what is open of a named part fall to the others; the caller has checked the whole against the payment.
 */
export function refundEntries(
  provider: string,
  open: readonly OpenPart[],
  amount: number,
  named: readonly RefundPart[] = [],
  kept: readonly { account: string; amount: number }[] = [],
): Entry[] {
  const taken = open.map((part) => {
    const wanted = named.reduce(
      (sum, { subOrderId, amount }) => sum + (subOrderId === part.subOrderId ? amount : 0),
      0,
    );
    return Math.min(wanted, openOf(part));
  });
  const rest = amount - taken.reduce((sum, part) => sum + part, 0);
  const more = splitBy(
    rest,
    open.map((part, index) => openOf(part) - (taken[index] ?? 0)),
  );
  const entries = open.flatMap((part, index) => partEntries(part, (taken[index] ?? 0) + (more[index] ?? 0)));
  const nobodys = { sellerId: null, subOrderId: null };
  const sent = kept.reduce((left, part) => left - part.amount, amount);
  const out = [{ account: `provider:${provider}`, amount: sent }, ...kept].map((part) => ({
    ...nobodys,
    account: part.account,
    amount: -part.amount,
  }));
  return [...out, ...entries].filter((entry) => entry.amount !== 0);
}

function partEntries(part: OpenPart, amount: number): Entry[] {
  const { sellerId, subOrderId, seller, others, promotions, held } = part;
  const whose = { sellerId, subOrderId };
  const paidIn = promotions.reduce((sum, promotion) => sum + promotion.amount, 0);
  // The marketplace takes back as much of its discount as of the goods goes back.
  const promoted = shareOf(paidIn, amount, openOf(part));
  const [fromSeller = 0, ...fromOthers] = splitBy(amount + promoted, [seller, ...others.map((other) => other.amount)]);
  const fromHold = Math.min(held, fromSeller);
  const fromPromotions = splitBy(
    promoted,
    promotions.map((promotion) => promotion.amount),
  );
  return [
    { account: holdAccount(sellerId), ...whose, amount: fromHold },
    { account: sellerAccount(sellerId), ...whose, amount: fromSeller - fromHold },
    ...others.map(({ account }, index) => ({ account, ...whose, amount: fromOthers[index] ?? 0 })),
    ...promotions.map(({ account }, index) => ({ account, ...whose, amount: -(fromPromotions[index] ?? 0) })),
  ];
}

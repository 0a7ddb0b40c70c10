import { type Entry, sellerAccount } from './entries.ts';

const isMoney = (account: string) =>
  account.startsWith('provider:') || account === 'gift_cards' || account === 'store_credit';

/**
 * The refund that did not arrive, the other way round: the provider has its part again, and every account its share of that.
 * What went to gift cards and credit stays there. Sellers have it without a hold: it is asked of them again at once.
 */
export function lostEntries(provider: string, refund: readonly Entry[]): Entry[] {
  const account = `provider:${provider}`;
  const sent = -refund.reduce((sum, entry) => sum + (entry.account === account ? entry.amount : 0), 0);
  const given = refund.filter((entry) => !isMoney(entry.account));
  const whole = given.reduce((sum, { amount }) => sum + amount, 0);
  let running = 0;
  let back = 0;
  const entries = given.map((entry): Entry => {
    running += entry.amount;
    const upTo = Math.round((running * sent) / whole);
    const amount = back - upTo;
    back = upTo;
    return {
      ...entry,
      account: entry.sellerId && entry.account.startsWith('seller') ? sellerAccount(entry.sellerId) : entry.account,
      amount,
    };
  });
  const merged = Map.groupBy(entries, (entry) => `${entry.account} ${entry.subOrderId}`);
  const shares = [...merged.values()].flatMap((own) =>
    own[0] ? [{ ...own[0], amount: own.reduce((sum, { amount }) => sum + amount, 0) }] : [],
  );
  return [{ account, sellerId: null, subOrderId: null, amount: sent }, ...shares].filter(({ amount }) => amount !== 0);
}

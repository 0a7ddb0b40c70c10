import { readVariants } from '../deps.ts';
import type { WatchDeps } from './deps.ts';
import type { WatchedWish } from './price.repository.ts';
import { priceStep } from './price-step.ts';

const atOnce = 500;

/** Prices of these products may have changed: tells of what is cheaper on somebody's list, once for each drop. Answers how many. */
export async function watchPrices(deps: WatchDeps, productIds: readonly string[]): Promise<number> {
  let told = 0;
  let after: string | null = null;
  for (;;) {
    const wishes: WatchedWish[] = await deps.prices.wishesOf(productIds, after, atOnce);
    told += await watchSome(deps, wishes);
    after = wishes.at(-1)?.id ?? null;
    if (wishes.length < atOnce) return told;
  }
}

/** One read of the catalog for each currency. */
async function watchSome(deps: WatchDeps, wishes: readonly WatchedWish[]): Promise<number> {
  const byCurrency = [...Map.groupBy(wishes, ({ currency }) => currency)];
  const read = byCurrency.map(async ([currency, own]) => {
    const ids = [...new Set(own.map(({ variantId }) => variantId))];
    const variants = await readVariants(deps, ids, { currency, locale: 'en' });
    return own.flatMap((wish) => {
      const variant = variants.get(wish.variantId);
      if (!variant?.published || variant.unitPrice.currency !== currency) return [];
      const step = priceStep(variant.unitPrice.amount, wish);
      return step ? [{ wish, step }] : [];
    });
  });
  const seen = (await Promise.all(read)).flat();
  return seen.length === 0 ? 0 : deps.prices.see(seen, deps.clock.now());
}

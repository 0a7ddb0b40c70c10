import { newId } from '@mallhive/kernel';
import type { Database } from '../database.repository.ts';
import type { SearchPorts } from '../ports.ts';
import { createForShopper, repeatRates } from './model/for-shopper.ts';
import { createPairs } from './model/pairs.ts';
import { fadingPopularity } from './model/popular.ts';
import type { Scored } from './model/scores.ts';
import { pairSettings, weights } from './model/settings.ts';
import { type Learnt, readHistory } from './read-history.ts';
import {
  finishRun,
  type NewRail,
  openRun,
  type Phase,
  readCategoryPaths,
  saveRails,
  saveRestDays,
} from './run.repository.ts';

/** More than a page shows, for what will be sold out or bought by then. */
const kept = 48;
/** Owners between two pauses; each takes a fraction of a millisecond to a few. */
const portion = 25;
/** Trends of a category fade by half in so many days. */
const trendHalfLife = 14;

/** How a run reports its progress, for tests and for stopping it cleanly. Answers false to stop there. */
export type OnPortion = (run: { phase: Phase; rails: number }) => boolean;

/** So many days a product is not shown to somebody who bought it: few when people come back for it. */
const restDaysOf = (rate: number): number => (rate >= 0.3 ? 5 : rate >= 0.22 ? 14 : 60);

/**
 * Computes all rails anew, a portion at a time, and goes on where the last run was cut off. Between portions the
 * processor is free for others. Answers the number of rails, and whether it came to its end.
 */
export async function recomputeRails(
  db: Database,
  { clock, logger }: Pick<SearchPorts, 'clock' | 'logger'>,
  onPortion: OnPortion = () => true,
): Promise<{ rails: number; finished: boolean }> {
  const run = await openRun(db, newId(), clock.now());
  const learnt = await readHistory(db, run.startedAt);
  const phases = createPhases(db, learnt);
  let { rails } = run;
  while (true) {
    const phase = phases[run.phase];
    const { owners, railsOf } = await phase();
    let at = owners.findIndex((owner) => owner > run.cursor);
    while (at >= 0 && at < owners.length) {
      const now = owners.slice(at, at + portion);
      const made = now.flatMap(railsOf);
      const cursor = now.at(-1) ?? run.cursor;
      if (!(await saveRails(db, run, { phase: run.phase, cursor }, made))) return { rails, finished: false };
      Object.assign(run, { cursor });
      rails += made.length;
      at += portion;
      if (!onPortion({ phase: run.phase, rails })) return { rails, finished: false };
      await new Promise((resolve) => setImmediate(resolve));
    }
    const next = order[order.indexOf(run.phase) + 1];
    if (!next) break;
    if (!(await saveRails(db, run, { phase: next, cursor: '' }, []))) return { rails, finished: false };
    Object.assign(run, { phase: next, cursor: '' });
  }
  await finishRun(db, run.id, clock.now());
  logger.info({ rails, orders: learnt.history.baskets }, 'Recommendations were computed');
  return { rails, finished: true };
}

const order: readonly Phase[] = ['products', 'shoppers', 'categories'];

interface PhaseWork {
  /** In the order of the cursor. */
  owners: string[];
  railsOf(owner: string): NewRail[];
}

function createPhases(
  db: Database,
  { history, products, shoppers, now }: Learnt,
): Record<Phase, () => Promise<PhaseWork>> {
  const pairs = createPairs(history, now, pairSettings);
  const idOf = (item: number) => products[item]?.id ?? '';
  const rail = (kind: string, owner: string, scored: readonly Scored[], weight = 0): NewRail[] => {
    const productIds = spread(scored, (item) => products[item]?.seller ?? 0).map(idOf);
    return productIds.length > 0 ? [{ kind, owner, productIds, weight }] : [];
  };
  return {
    products: async () => {
      const itemOf = new Map(products.map(({ id }, item) => [id, item]));
      return {
        owners: products.map(({ id }) => id),
        railsOf: (owner) => {
          const item = itemOf.get(owner) ?? -1;
          return [
            ...rail('also-bought', owner, pairs.of(item, kept * 2)),
            ...rail('bought-together', owner, pairs.of(item, kept, true)),
          ];
        },
      };
    },
    shoppers: async () => {
      const forShopper = createForShopper(history, now, pairs, weights);
      const numberOf = new Map(shoppers.map((id, shopper) => [id, shopper]));
      return {
        owners: shoppers.toSorted(),
        railsOf: (owner) => rail('for-you', owner, forShopper(numberOf.get(owner) ?? -1, kept * 2)),
      };
    },
    categories: async () => {
      const rates = repeatRates(history);
      await saveRestDays(
        db,
        products.map(({ id }, item) => ({ productId: id, days: restDaysOf(rates[item] ?? 0) })),
      );
      const paths = new Map((await readCategoryPaths(db)).map(({ id, path }) => [id, path]));
      const trends = new Map<string, Scored[]>();
      for (const scored of fadingPopularity(history, now, trendHalfLife)) {
        for (const category of products[scored.item]?.categories ?? []) {
          const path = paths.get(category);
          if (path) trends.set(path, [...(trends.get(path) ?? []), scored]);
        }
      }
      return {
        owners: [...trends.keys()].toSorted(),
        railsOf: (owner) => {
          const list = trends.get(owner) ?? [];
          return rail(
            'trending',
            owner,
            list,
            list.reduce((sum, { score }) => sum + score, 0),
          );
        },
      };
    },
  };
}

/** The first ones, so that no seller has more than a third of what is kept while others have something to show. */
function spread(scored: readonly Scored[], sellerOf: (item: number) => number): number[] {
  const counts = new Map<number, number>();
  const first: number[] = [];
  const rest: number[] = [];
  for (const { item } of scored) {
    const seller = sellerOf(item);
    const count = counts.get(seller) ?? 0;
    counts.set(seller, count + 1);
    (count < kept / 3 ? first : rest).push(item);
  }
  return [...first, ...rest].slice(0, kept);
}

import { type Currency, defaultLocale, type RateLimiter, systemClock } from '@mallhive/kernel';
import { silentLogger } from '@mallhive/observability';
import type { z } from 'zod';
import { readAnalytics, readPopularCategories } from './analytics.repository.ts';
import {
  type analyticsInput,
  type analyticsOutput,
  type clickInput,
  type recommendInput,
  type saveSynonymInput,
  searchInput,
  type suggestInput,
  type trendingCategoriesInput,
} from './contract.ts';
import { countClick } from './count-click.ts';
import type { Actor, Database } from './database.repository.ts';
import { createFailover } from './failover.ts';
import { type Follow, indexProducts } from './index-products.ts';
import { followStale } from './outside-copy.ts';
import { createOutsideEngine } from './outside-engine.ts';
import type { DayViews } from './popularity.repository.ts';
import type { Recommender, SearchIndex, SearchPorts } from './ports.ts';
import { createPostgresEngine } from './postgres-engine.ts';
import { rebuild } from './rebuild.ts';
import { forgetShopper, railOfPerson, readTrendingCategories } from './recommendations/rail.repository.ts';
import { recommend } from './recommendations/recommend.ts';
import { type OnPortion, recomputeRails } from './recommendations/recompute-rails.ts';
import { type PaidOrder, recordOrders } from './record-orders.ts';
import { recordViews } from './record-views.ts';
import { refreshRecommendations } from './refresh-recommendations.ts';
import { saveSynonym } from './save-synonym.ts';
import { createSearchLog } from './search-log.ts';
import { searchProducts } from './search-products.ts';
import { suggest } from './suggest.ts';
import { deleteSynonym, listSynonyms } from './synonym.repository.ts';
import { createSynonymBook } from './synonym-book.ts';
import { queryWords } from './words.ts';

export type { DayViews } from './popularity.repository.ts';
export type { PaidOrder } from './record-orders.ts';

export interface SearchDependencies extends Partial<Omit<SearchPorts, 'source'>> {
  db: Database;
  source: SearchPorts['source'];
  /** Asked instead of the database while it answers; the database keeps everything all the same. */
  index?: SearchIndex | null;
  /** Counts the clicks of an address; without one they are not limited. */
  limiter?: RateLimiter | null;
  /** Chooses what is recommended while it answers in time; otherwise, and without one, the shop does by itself. */
  recommender?: Recommender | null;
}

/** The only way into the search domain. */
export function createSearch({
  db,
  source,
  index = null,
  limiter = null,
  recommender = null,
  clock = systemClock,
  logger = silentLogger,
  currency = 'GBP' satisfies Currency,
}: SearchDependencies) {
  const ports: SearchPorts = { source, clock, logger, currency };
  const log = createSearchLog(db, ports);
  const book = createSynonymBook(db, ports);
  const own = createPostgresEngine(db);
  const failover = index
    ? createFailover({
        name: index.name,
        outside: createOutsideEngine(db, index),
        own,
        logger,
        recover: async () => {
          if ((await index.state()) === 'empty') await rebuild(db, ports, index, null);
          await followStale(db, ports, index);
        },
      })
    : null;
  const engine = failover ?? own;
  let following: Promise<void> = Promise.resolve();
  const follow: Follow =
    index && failover
      ? () => {
          following = following.then(() => followStale(db, ports, index)).catch((error) => failover.failed(error));
          return following;
        }
      : null;
  const tools = {
    engine,
    log,
    ports,
    rules: book.rules,
    popularCategories: (locale: string) => readPopularCategories(db, locale),
  };
  const recommending = { db, ports, recommender, popularNow: new Map() };
  const today = () => clock.now().toISOString().slice(0, 10);
  const status = (): z.infer<typeof analyticsOutput>['engine'] =>
    index && failover ? { name: index.name, state: failover.state() } : { name: 'PostgreSQL', state: 'own' };

  return {
    products: (input: z.output<typeof searchInput>) => searchProducts(tools, input),
    /** A search was answered from a cache before it came here: it counts like the one that the answer was kept from. */
    searchedAgain: (input: unknown): void => {
      const { data } = searchInput.safeParse(input ?? {});
      if (data && data.query !== '' && !data.cursor) log.again(queryWords(data.query).join(' '));
    },
    suggest: (input: z.output<typeof suggestInput>) => suggest(engine, ports, input),
    /** `userId`: the account that asks, for its own rail and to leave out what it just bought. */
    recommend: (input: z.output<typeof recommendInput>, userId: string | null = null) =>
      recommend(recommending, input, userId),
    trendingCategories: async ({ locale = defaultLocale, limit }: z.output<typeof trendingCategoriesInput>) => ({
      items: await readTrendingCategories(db, locale, limit),
    }),

    /**
     * A result was opened. Once in half an hour from one address, of the same search; `rate_limited` from an address that
     * opens more than a person does.
     */
    click: (input: z.output<typeof clickInput>, address: string): Promise<void> =>
      countClick({ db, log, clock, limiter }, input, address),
    analytics: async ({ days }: z.output<typeof analyticsInput>): Promise<z.infer<typeof analyticsOutput>> => {
      await log.flush();
      return { ...(await readAnalytics(db, today(), days)), engine: status() };
    },

    synonyms: (locale: string) => listSynonyms(db, locale),
    saveSynonym: async (actor: Actor, input: z.output<typeof saveSynonymInput>) => {
      const saved = await saveSynonym(db, ports, actor, input);
      book.forget();
      return saved;
    },
    deleteSynonym: async (actor: Actor, id: string): Promise<void> => {
      await deleteSynonym(db, actor, id, clock.now());
      book.forget();
    },

    indexProducts: (ids: readonly string[]) => indexProducts(db, ports, follow, ids),
    rebuild: (onProgress?: (indexed: number) => void) => rebuild(db, ports, index, follow, onProgress),
    recordOrders: (orders: readonly PaidOrder[], options?: { bulk?: boolean }) =>
      recordOrders(db, ports, follow, orders, options),
    recordViews: (rows: readonly DayViews[]) => recordViews(db, ports, follow, rows),
    /** Trends, best sellers and pairs of products anew, without the rails. */
    refreshPopularity: () => refreshRecommendations(db, ports, follow),
    /** All of it, as after an import. */
    refreshRecommendations: async () => ({
      ...(await refreshRecommendations(db, ports, follow)),
      ...(await recomputeRails(db, ports)),
    }),
    /** All rails anew, from where a computation was cut off. `onPortion` is told after each portion, and may stop it there. */
    recomputeRails: (onPortion?: OnPortion) => recomputeRails(db, ports, onPortion),
    /** Takes the account off the orders that rails learn from, and its rail away. Answers how many lines had it. */
    forgetPerson: (userId: string): Promise<number> => forgetShopper(db, userId),
    /** What is kept of an account: titles of its rail, best first. Null: nothing. */
    recommendationsOfPerson: (userId: string) => railOfPerson(db, userId),

    /** Which engine answers. `connect` asks the outside engine now, and resolves when it is known. */
    status,
    connect: async (): Promise<boolean> => (failover ? failover.probe() : true),

    /** Writes the search statistics that still wait in memory, and lets go of the outside engine. */
    close: async (): Promise<void> => {
      await log.flush();
      failover?.close();
      await following;
      await index?.close();
    },
  };
}

export type Search = ReturnType<typeof createSearch>;

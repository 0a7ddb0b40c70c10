import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { Database } from '../database.repository.ts';
import type { AnalyticsPorts } from '../ports.ts';
import { addBehaviour } from './behaviour-log.repository.ts';
import { createCollector } from './collector.ts';
import type { BehaviourBatch } from './contract.ts';
import type {
  railsInput,
  searchTermsInput,
  sellerFunnelInput,
  sellerProductsInput,
  shopFunnelInput,
  shopProductsInput,
} from './figures.contract.ts';
import { readRails, readSearchTerms, readViewsByDay } from './figures.repository.ts';
import { assertPeriod, sellerFunnel, sellerProducts, shopFunnel, shopProducts } from './figures.ts';
import { rememberOwners } from './known-owners.ts';
import { forgetVisits, readVisitsOf } from './personal.repository.ts';
import { rollUpBehaviour } from './roll-up.ts';
import { dropBefore, makeDays } from './storage.repository.ts';
import { rowsOf, withSellers } from './take-behaviour.ts';

export type { DayViews } from './figures.repository.ts';
export type { BehaviourOfPerson } from './personal.repository.ts';

const dayMs = 86_400_000;
/** So long it is known what single visits did; the counts of a day stay. */
const keptDays = 90;
/** For what a shop tells of itself, which no browser sent. */
const anyBrowser = 'Mozilla/5.0 (X11; Linux x86_64) filled in';

/** What visitors do: taken in, counted, told as figures, and forgotten. */
export function createBehaviour(db: Database, given: AnalyticsPorts) {
  const { clock, currency } = given;
  const ports = { ...given, owners: rememberOwners(given.owners, () => clock.now().getTime()) };
  const collector = createCollector(db, ports);
  const today = () => clock.now().toISOString().slice(0, 10);
  return {
    /** From browsers: gathered with others', resolved when committed. Throws `collector_busy`. */
    collect: collector.collect,
    /** Written at once, each event once; answers how many were new. For imports and samples. */
    track: async (batch: Pick<BehaviourBatch, 'visitorId' | 'events'>): Promise<{ accepted: number }> => {
      const whole = { v: 1 as const, referrer: '', campaign: '', ...batch };
      const rows = rowsOf(whole, anyBrowser, clock.now().getTime());
      return { accepted: rows.length > 0 ? await addBehaviour(db, await withSellers(given.owners, rows)) : 0 };
    },
    /** Every minute: counts what came in, and makes days ahead. */
    rollUpBehaviour: async (): Promise<{ counted: number; daysMade: number }> => {
      const daysMade = await makeDays(db, today());
      return { ...(await rollUpBehaviour(db, clock.now())), daysMade };
    },
    /** Nightly, after everything is counted: what is older than 90 days goes. Answers how many days went. */
    dropOldBehaviour: async (): Promise<{ dropped: number }> => {
      await rollUpBehaviour(db, clock.now());
      const before = new Date(clock.now().getTime() - keptDays * dayMs).toISOString().slice(0, 10);
      return { dropped: await dropBefore(db, before) };
    },
    /** By the orders of a person: what they did on the visits that led to them (at most 10,000 events). */
    behaviourOfPerson: async (orderIds: readonly string[]) => {
      await rollUpBehaviour(db, clock.now());
      return readVisitsOf(db, orderIds);
    },
    /** Cuts the visits of these orders from the orders and into single events of nobody. */
    forgetPerson: async (orderIds: readonly string[]): Promise<number> => {
      await rollUpBehaviour(db, clock.now());
      return forgetVisits(db, orderIds);
    },
    /** From `YYYY-MM-DD` (UTC) on, as far as counted. */
    productViewsByDay: (fromDay: string) => readViewsByDay(db, fromDay),

    sellerFunnel: (actor: Actor, input: z.output<typeof sellerFunnelInput>) => sellerFunnel(db, actor, input),
    shopFunnel: (input: z.output<typeof shopFunnelInput>) => shopFunnel(db, input),
    sellerProducts: (actor: Actor, input: z.output<typeof sellerProductsInput>) =>
      sellerProducts(db, currency, actor, input),
    shopProducts: (input: z.output<typeof shopProductsInput>) => shopProducts(db, currency, input),
    searchTerms: async (input: z.output<typeof searchTermsInput>) => {
      assertPeriod(input);
      return { terms: await readSearchTerms(db, input, input) };
    },
    rails: async (input: z.output<typeof railsInput>) => {
      assertPeriod(input);
      return { rails: await readRails(db, input) };
    },
  };
}

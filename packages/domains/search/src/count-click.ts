import { type Clock, type RateLimiter, tooManyRequests } from '@mallhive/kernel';
import type { z } from 'zod';
import type { clickInput } from './contract.ts';
import type { Database } from './database.repository.ts';
import { addClick } from './query-log.repository.ts';
import type { SearchLog } from './search-log.ts';
import { queryWords } from './words.ts';

/** More than anybody opens by hand. */
const most = { limit: 60, windowSeconds: 60 };
/** Back and forth between a list and a product is one interest. */
const once = { limit: 1, windowSeconds: 1_800 };

interface ClickTools {
  db: Database;
  log: SearchLog;
  clock: Clock;
  limiter: RateLimiter | null;
}

/** The search itself waits in memory for two seconds at the most, so it is written first. */
export async function countClick(
  { db, log, clock, limiter }: ClickTools,
  { query: typed, productId, position }: z.output<typeof clickInput>,
  address: string,
): Promise<void> {
  const query = queryWords(typed).join(' ');
  if (query === '') return;
  if (limiter) {
    const all = await limiter.take(`search.click:${address}`, most);
    if (!all.allowed) throw tooManyRequests(all);
    const same = await limiter.take(`search.click-once:${address}:${productId}:${query}`, once);
    if (!same.allowed) return;
  }
  await log.flush();
  await addClick(db, { query, productId, position }, clock.now());
}

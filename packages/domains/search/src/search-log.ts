import type { Database } from './database.repository.ts';
import type { SearchPorts } from './ports.ts';
import { addQueries, type QueryCount } from './query-log.repository.ts';

const flushAfterMs = 2_000;
const flushAtQueries = 200;
/** Searches of which it is remembered what they found. */
const remembered = 2_000;

export interface SearchLog {
  record(query: string, total: number, corrected: boolean): void;
  /** The same search once more, answered with what was found then. What this process did not answer is not counted. */
  again(query: string): void;
  /** Writes what has gathered; call before the process ends. */
  flush(): Promise<void>;
}

/**
 * Counts searches in memory and writes them together, so that a search itself never waits for a write.
 * Losing two seconds of statistics with a process is accepted.
 */
export function createSearchLog(db: Database, ports: SearchPorts): SearchLog {
  let counts = new Map<string, QueryCount>();
  let timer: NodeJS.Timeout | undefined;
  const found = new Map<string, { total: number; corrected: boolean }>();

  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (counts.size === 0) return;
    const full = [...counts.values()];
    counts = new Map();
    try {
      await addQueries(db, full, ports.clock.now());
    } catch (error) {
      ports.logger.warn({ err: error, queries: full.length }, 'Search statistics could not be written');
    }
  };

  const count = (query: string, total: number, corrected: boolean) => {
    const known = counts.get(query) ?? { query, searches: 0, total, corrected: 0, nothing: 0 };
    const next = {
      query,
      searches: known.searches + 1,
      total,
      corrected: known.corrected + Number(corrected),
      nothing: known.nothing + Number(total === 0),
    };
    counts.set(query, next);
    timer ??= setTimeout(flush, flushAfterMs).unref();
    if (counts.size >= flushAtQueries) void flush();
  };

  return {
    record: (query, total, corrected) => {
      found.delete(query);
      found.set(query, { total, corrected });
      const [oldest] = found.keys();
      if (found.size > remembered && oldest !== undefined) found.delete(oldest);
      count(query, total, corrected);
    },
    again: (query) => {
      const last = found.get(query);
      if (last) count(query, last.total, last.corrected);
    },
    flush,
  };
}

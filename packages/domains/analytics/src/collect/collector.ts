import type { Database } from '../database.repository.ts';
import { collectorBusy } from '../errors.ts';
import type { AnalyticsPorts } from '../ports.ts';
import { addBehaviour, type NewBehaviour } from './behaviour-log.repository.ts';
import type { BehaviourBatch } from './contract.ts';
import { rowsOf, withSellers } from './take-behaviour.ts';

export interface CollectorOptions {
  /** So long the first of a batch waits for others. */
  gatherMs: number;
  /** Rows of one insert. */
  most: number;
  /** Rows that may wait; above, browsers are told to come again. */
  mostWaiting: number;
}
const usual: CollectorOptions = { gatherMs: 20, most: 2_000, mostWaiting: 20_000 };

interface Waiting {
  rows: NewBehaviour[];
  done: (accepted: number) => void;
  failed: (error: unknown) => void;
}

/**
 * Many small batches become one insert; each is acknowledged when that is committed. One insert at a time, so that
 * counting never takes more than one of the connections that shoppers need.
 */
export function createCollector(db: Database, ports: AnalyticsPorts, options: Partial<CollectorOptions> = {}) {
  const { gatherMs, most, mostWaiting } = { ...usual, ...options };
  const waiting: Waiting[] = [];
  let rowsWaiting = 0;
  let running = false;

  async function write(batch: readonly Waiting[]): Promise<void> {
    try {
      await addBehaviour(
        db,
        await withSellers(
          ports.owners,
          batch.flatMap(({ rows }) => rows),
        ),
      );
      for (const { done, rows } of batch) done(rows.length);
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }

  async function run(): Promise<void> {
    running = true;
    await new Promise((resolve) => setTimeout(resolve, gatherMs));
    while (waiting.length > 0) {
      let size = 0;
      const end = waiting.findIndex(({ rows }) => {
        size += rows.length;
        return size > most;
      });
      const batch = waiting.splice(0, end < 0 ? waiting.length : Math.max(1, end));
      await write(batch);
      rowsWaiting -= batch.reduce((sum, { rows }) => sum + rows.length, 0);
    }
    running = false;
  }

  return {
    /** Resolves when everything that counts of the batch is committed. Throws `collector_busy` when too much waits already. */
    collect: (batch: BehaviourBatch, userAgent: string | undefined): Promise<{ accepted: number }> => {
      const rows = rowsOf(batch, userAgent, ports.clock.now().getTime());
      if (rows.length === 0) return Promise.resolve({ accepted: 0 });
      if (rowsWaiting + rows.length > mostWaiting) return Promise.reject(collectorBusy());
      rowsWaiting += rows.length;
      return new Promise((resolve, reject) => {
        waiting.push({ rows, done: (accepted) => resolve({ accepted }), failed: reject });
        if (!running) void run();
      });
    },
  };
}

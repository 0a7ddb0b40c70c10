import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

/** Filled with the connection that Prisma takes for an interactive transaction. */
export interface ConnectionSlot {
  client?: pg.PoolClient;
}

export const transactionConnection = new AsyncLocalStorage<ConnectionSlot>();

/**
 * One pool for Prisma and for hand-written SQL. Inside `withTransaction` the connection that Prisma checks out
 * is remembered, so that both kinds of statement run in the same transaction.
 */
export class SharedPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(
    callback: (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: boolean) => void) => void,
  ): void;
  override connect(
    callback?: (error: Error | undefined, client: pg.PoolClient | undefined, done: (release?: boolean) => void) => void,
  ): Promise<pg.PoolClient> | undefined {
    if (callback) {
      super.connect(callback);
      return undefined;
    }
    const slot = transactionConnection.getStore();
    return super.connect().then((client) => {
      if (slot && !slot.client) slot.client = client;
      return client;
    });
  }
}

import { type OutboxNotice, outboxChannel } from '@mallhive/db';
import type { Logger } from '@mallhive/observability';
import pg from 'pg';

export interface ListenerOptions {
  url: string;
  logger: Logger;
  onNotice(notice: OutboxNotice): void;
  /** Notices may have been missed before this moment. */
  onConnected(): void;
  /** Notices are missed from now on. */
  onLost(): void;
  retryMs?: number;
}

/** One connection that hears of every commit with events, and comes back by itself. */
export function createListener(options: ListenerOptions) {
  const { url, logger, onNotice, onConnected, onLost, retryMs = 1_000 } = options;
  let client: pg.Client | null = null;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  function lost(from: pg.Client, error?: Error): void {
    if (client !== from) return;
    client = null;
    from.removeAllListeners();
    from.on('error', () => undefined);
    if (stopped) return;
    logger.warn({ error }, 'the event listener lost its connection');
    onLost();
    timer = setTimeout(connect, retryMs);
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, application_name: 'mallhive-listener', keepAlive: true });
    client = next;
    next.on('error', (error) => lost(next, error));
    next.on('end', () => lost(next));
    next.on('notification', ({ payload }) => {
      try {
        onNotice(JSON.parse(payload ?? '') as OutboxNotice);
      } catch (error) {
        logger.error({ error }, 'a notification could not be read');
      }
    });
    try {
      await next.connect();
      await next.query(`listen ${outboxChannel}`);
      if (client === next) onConnected();
    } catch (error) {
      lost(next, error as Error);
      await next.end().catch(() => undefined);
    }
  }

  return {
    start: connect,
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      const open = client;
      client = null;
      await open?.end().catch(() => undefined);
    },
  };
}

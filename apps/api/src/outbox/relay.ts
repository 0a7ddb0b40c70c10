import { type DomainName, domains } from '@mallhive/db';
import type { Logger } from '@mallhive/observability';
import type { OutboxRow, OutboxTable } from './outbox-table.ts';

export interface RelayEvent {
  id: string;
  name: string;
  data: unknown;
  v: string;
  ts: number;
}

export interface RelayOptions {
  table: OutboxTable;
  send(events: RelayEvent[]): Promise<unknown>;
  logger: Logger;
  batch?: number;
  /** A notification may be lost; the outboxes are looked into this often whatever happens. */
  pollMs?: number;
  pruneEveryMs?: number;
  keepPublishedSeconds?: number;
}

/** The row's id is the event's id: Inngest takes an event it has seen before for the same one. */
function toEvent({ id, name, version, data, occurred_at }: OutboxRow): RelayEvent {
  return { id, name, data, v: String(version), ts: occurred_at.getTime() };
}

/**
 * Hands committed events to Inngest, at least once. Several relays may run: each claims its own rows.
 * When Inngest cannot be reached rows wait, longer after each attempt, for as long as it takes.
 */
export function createRelay(options: RelayOptions) {
  const { table, send, logger, batch = 200, pollMs = 2_000, pruneEveryMs = 600_000 } = options;
  const keepSeconds = options.keepPublishedSeconds ?? 86_400;
  const waiting = new Set<DomainName>();
  let running = false;
  let stopped = false;
  let wake: () => void = () => undefined;
  let loop: Promise<void> = Promise.resolve();
  let prunedAt = Date.now();

  async function drain(domain: DomainName): Promise<void> {
    for (;;) {
      const rows = await table.claim(domain, batch);
      if (rows.length === 0) return;
      const ids = rows.map(({ id }) => id);
      try {
        await send(rows.map(toEvent));
        await table.publish(domain, ids);
      } catch (error) {
        await table.fail(domain, ids, String(error));
        logger.warn({ error, domain, events: ids.length }, 'events could not be sent; they wait');
        return;
      }
      if (rows.length < batch || stopped) return;
    }
  }

  async function turn(): Promise<void> {
    const notified = [...waiting];
    waiting.clear();
    const found = notified.length > 0 ? notified : await table.due();
    await Promise.all(found.map(drain));
    if (Date.now() - prunedAt > pruneEveryMs) {
      prunedAt = Date.now();
      for (const domain of domains) await table.prune(domain, keepSeconds);
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      await turn().catch((error: unknown) => logger.error({ error }, 'the relay could not read the outboxes'));
      if (stopped || waiting.size > 0) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  return {
    start(): void {
      if (running) return;
      running = true;
      loop = run();
    },
    /** A transaction with events of this domain has committed. */
    notify(domain: DomainName): void {
      waiting.add(domain);
      wake();
    },
    /** One look at every outbox, for tests and for jobs without a running relay. */
    drainAll: async (): Promise<void> => {
      await Promise.all(domains.map(drain));
    },
    /** Waits for the batch under way. */
    async stop(): Promise<void> {
      stopped = true;
      wake();
      await loop;
    },
  };
}

export type Relay = ReturnType<typeof createRelay>;

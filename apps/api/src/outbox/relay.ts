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
  /** Under load the outboxes are looked into this often; after a rest at once. */
  paceMs?: number;
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
  const { table, send, logger, batch = 200, pollMs = 2_000, paceMs = 100, pruneEveryMs = 600_000 } = options;
  const keepSeconds = options.keepPublishedSeconds ?? 86_400;
  const waiting = new Set<DomainName>();
  let running = false;
  let stopped = false;
  let wake: () => void = () => undefined;
  let loop: Promise<void> = Promise.resolve();
  let prunedAt = Date.now();

  /** Events of one domain, claimed and not yet sent. */
  interface Claimed {
    domain: DomainName;
    rows: OutboxRow[];
  }

  async function hand(claimed: Claimed[]): Promise<boolean> {
    const idsOf = ({ rows }: Claimed): string[] => rows.map(({ id }) => id);
    try {
      await send(claimed.flatMap(({ rows }) => rows.map(toEvent)));
      await Promise.all(claimed.map((each) => table.publish(each.domain, idsOf(each))));
      return true;
    } catch (error) {
      // One domain's events must not keep the others' waiting.
      if (claimed.length > 1) {
        const handed = await Promise.all(claimed.map((each) => hand([each])));
        return handed.some(Boolean);
      }
      for (const each of claimed) {
        await table.fail(each.domain, idsOf(each), String(error));
        logger.warn({ error, domain: each.domain, events: each.rows.length }, 'events could not be sent; they wait');
      }
      return false;
    }
  }

  /** What waits in these outboxes, sent together. */
  async function drain(from: readonly DomainName[]): Promise<void> {
    let left = from;
    while (left.length > 0) {
      const looked = await Promise.all(
        left.map(async (domain): Promise<Claimed> => ({ domain, rows: await table.claim(domain, batch) })),
      );
      const claimed = looked.filter(({ rows }) => rows.length > 0);
      if (claimed.length === 0 || !(await hand(claimed)) || stopped) return;
      left = claimed.filter(({ rows }) => rows.length === batch).map(({ domain }) => domain);
    }
  }

  async function turn(): Promise<void> {
    const notified = [...waiting];
    waiting.clear();
    await drain(notified.length > 0 ? notified : await table.due());
    if (Date.now() - prunedAt > pruneEveryMs) {
      prunedAt = Date.now();
      for (const domain of domains) await table.prune(domain, keepSeconds);
    }
  }

  const rest = (ms: number, isOver: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        if (!isOver()) return;
        clearTimeout(timer);
        resolve();
      };
    });

  async function run(): Promise<void> {
    while (!stopped) {
      const begun = performance.now();
      await turn().catch((error: unknown) => logger.error({ error }, 'the relay could not read the outboxes'));
      // Many commits a second are one look: each turn begins `paceMs` after the one before.
      const early = begun + paceMs - performance.now();
      if (!stopped && early > 0) await rest(early, () => stopped);
      if (!stopped && waiting.size === 0) await rest(pollMs, () => true);
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
      await drain(domains);
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

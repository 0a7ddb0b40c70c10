import type { DomainEvent } from '@mallhive/kernel';
import { type Statement, statement } from './statement.ts';
import type { SqlTransaction } from './transaction.ts';

export const domains = [
  'identity',
  'catalog',
  'cart',
  'orders',
  'payments',
  'notifications',
  'search',
  'analytics',
] as const;
export type DomainName = (typeof domains)[number];

/** PostgreSQL notifies on this channel when a transaction with events commits. */
export const outboxChannel = 'mallhive_outbox';

/** What a notification says: the events themselves, or only their names when they are too big for one. */
export interface OutboxNotice {
  domain: DomainName;
  names: string[];
  events: { id: string; name: string; data: unknown }[] | null;
}

/** PostgreSQL refuses payloads of 8,000 bytes and more. */
const maximumPayload = 7_900;

const appends = new Map<DomainName, Statement>(
  domains.map((domain) => [
    domain,
    statement(
      `outbox.append.${domain}`,
      `with appended as (
         insert into "${domain}".outbox (id, name, version, data, occurred_at)
         select (e->>'id')::uuid, e->>'name', (e->>'version')::int, e->'data', (e->>'occurredAt')::timestamptz
         from jsonb_array_elements($1::jsonb) e
       )
       select pg_notify('${outboxChannel}', $2)`,
    ),
  ]),
);

function notice(domain: DomainName, events: readonly DomainEvent[]): string {
  const names = [...new Set(events.map((event) => event.name))];
  const full = JSON.stringify({
    domain,
    names,
    events: events.map(({ id, name, data }) => ({ id, name, data })),
  } satisfies OutboxNotice);
  if (Buffer.byteLength(full) < maximumPayload) return full;
  return JSON.stringify({ domain, names, events: null } satisfies OutboxNotice);
}

/**
 * For a change that is one statement by itself: a CTE that writes the events when the CTE `cause` has a row, and what to
 * select beside that row so that listeners hear of it. `events` and `notice` are the places of `outboxValues`.
 */
export function outboxSql(domain: DomainName, cause: string, events: string, notice: string) {
  return {
    appended: `appended as (
     insert into "${domain}".outbox (id, name, version, data, occurred_at)
     select (e->>'id')::uuid, e->>'name', (e->>'version')::int, e->'data', (e->>'occurredAt')::timestamptz
     from jsonb_array_elements(${events}::jsonb) e where exists (select from ${cause})
   )`,
    notified: `pg_notify('${outboxChannel}', ${notice})`,
  };
}

export function outboxValues(domain: DomainName, events: readonly DomainEvent[]): [events: string, notice: string] {
  return [JSON.stringify(events), notice(domain, events)];
}

/** Writes events beside the state change they tell of: both are committed, or neither. One statement, however many. */
export async function appendEvents(
  tx: SqlTransaction,
  domain: DomainName,
  events: readonly DomainEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const append = appends.get(domain);
  if (!append) throw new Error(`No outbox for ${domain}`);
  await tx.sql.many(append, outboxValues(domain, events));
}

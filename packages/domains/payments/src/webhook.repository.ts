import { type Database, statement } from '@mallhive/db';
import type { ProviderEvent } from './ports.ts';

const store = statement(
  'payments.store-webhook',
  `insert into payments.webhook_events (provider, event_id, type, payload, received_at)
   values ($1, $2, $3, $4::jsonb, $5::timestamptz)
   on conflict (provider, event_id) do update set event_id = excluded.event_id
   returning processed_at is not null as processed`,
);
const done = statement(
  'payments.webhook-done',
  `update payments.webhook_events set processed_at = $3::timestamptz, outcome = $4, attempts = attempts + 1, last_error = null
   where provider = $1 and event_id = $2 and processed_at is null`,
);
const failed = statement(
  'payments.webhook-failed',
  `update payments.webhook_events set attempts = attempts + 1, last_error = $3 where provider = $1 and event_id = $2 and processed_at is null`,
);
const pending = statement(
  'payments.webhooks-pending',
  `select provider, payload from payments.webhook_events
   where processed_at is null and received_at <= $1::timestamptz and attempts < 20 order by received_at limit $2::int`,
);

export function createWebhookRepository(db: Database) {
  return {
    /** Answers whether the event was taken care of before. */
    async store(provider: string, event: ProviderEvent, now: Date): Promise<boolean> {
      const values = [provider, event.id, event.type, JSON.stringify(event), now];
      return (await db.sql.one<{ processed: boolean }>(store, values)).processed;
    },
    done: (provider: string, eventId: string, outcome: string, now: Date) =>
      db.sql.execute(done, [provider, eventId, now, outcome]),
    failed: (provider: string, eventId: string, error: string) => db.sql.execute(failed, [provider, eventId, error]),
    pending: (receivedBefore: Date, limit: number) =>
      db.sql.many<{ provider: string; payload: ProviderEvent }>(pending, [receivedBefore, limit]),
  };
}
export type WebhookRepository = ReturnType<typeof createWebhookRepository>;

import { type Database, statement } from '@mallhive/db';
import type { Channel } from '../kinds.ts';
import type { DeliveryNotice } from '../ports.ts';

const block = statement(
  'notifications.block',
  `insert into notifications.suppressions (channel, recipient, reason, detail, provider, since)
   values ($1, lower($2), $3, $4, $5, $6::timestamptz) on conflict (channel, recipient) do nothing`,
);
const lift = statement(
  'notifications.lift-suppression',
  'delete from notifications.suppressions where channel = $1 and recipient = lower($2)',
);
const list = statement(
  'notifications.suppressions',
  `select channel, recipient, reason, detail, provider, since from notifications.suppressions
   where $1::text is null or recipient like '%' || $1 || '%' order by since desc, recipient limit $2::int`,
);
/** Each notice counts once. The message's own recipient is blocked: what a notice calls it is written as the provider likes. */
const note = statement(
  'notifications.note-delivery',
  `with noted as (
     insert into notifications.provider_notices (provider, id, channel, provider_ref, recipient, outcome, detail, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz) on conflict (provider, id) do nothing returning outcome
   ), meant as (
     select lower(m.recipient) as recipient from notifications.deliveries d join notifications.messages m on m.id = d.message_id
     where d.provider_ref = $4 and m.channel = $3 and (d.provider = $1 or d.provider = '')
     union select lower($5) where $5 <> ''
   )
   insert into notifications.suppressions (channel, recipient, reason, detail, provider, since)
   select $3, recipient, outcome, $7, $1, $8::timestamptz from noted, meant where outcome in ('bounce', 'complaint')
   on conflict (channel, recipient) do nothing`,
);
const forget = statement(
  'notifications.forget-suppressions',
  `with gone as (delete from notifications.suppressions where recipient = $1)
   delete from notifications.provider_notices where lower(recipient) = $1`,
);

export interface SuppressionRow {
  channel: 'email' | 'sms' | 'push';
  recipient: string;
  reason: 'bounce' | 'complaint' | 'manual';
  detail: string;
  provider: string;
  since: Date;
}
const reasons = { recipient_unknown: 'bounce', refused_by_recipient: 'complaint' } as const;

export function createSuppressionRepository(db: Database) {
  return {
    block: (
      channel: Channel,
      recipient: string,
      provider: string,
      cause: keyof typeof reasons,
      detail: string,
      now: Date,
    ) => db.sql.execute(block, [channel, recipient, reasons[cause], detail, provider, now]),
    lift: (channel: string, recipient: string) => db.sql.execute(lift, [channel, recipient]),
    list: (search: string | null, limit: number) => db.sql.many<SuppressionRow>(list, [search, limit]),
    /** Repeating is harmless. */
    note: ({ provider, id, channel, providerRef, recipient, outcome, detail }: DeliveryNotice, now: Date) =>
      db.sql.execute(note, [provider, id, channel, providerRef, recipient, outcome, detail, now]),
    forget: (email: string) => db.sql.execute(forget, [email]),
  };
}
export type SuppressionRepository = ReturnType<typeof createSuppressionRepository>;

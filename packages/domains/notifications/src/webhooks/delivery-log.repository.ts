import { type Database, statement } from '@mallhive/db';

const columns = `id, type, status, attempts, last_status as "lastStatus", problem, created_at as "createdAt",
  settled_at as "settledAt", case when status = 'pending' then next_at end as "nextAt"`;
const list = statement(
  'notifications.webhook-deliveries',
  `select ${columns} from notifications.webhook_deliveries
   where endpoint_id = $1::uuid and ($2::text is null or status = $2) and ($3::text is null or type = $3)
     and ($4::timestamptz is null or (created_at, id) < ($4::timestamptz, $5::uuid))
   order by created_at desc, id desc limit $6::int`,
);
const one = statement(
  'notifications.webhook-delivery',
  `select ${columns}, payload from notifications.webhook_deliveries where id = $1::uuid and endpoint_id = $2::uuid`,
);
const attempts = statement(
  'notifications.webhook-attempts',
  `select number, at, duration_ms as "durationMs", status, problem, response from notifications.webhook_attempts
   where delivery_id = $1::uuid order by number desc limit 50`,
);

export interface DeliveryRow {
  id: string;
  type: string;
  status: 'pending' | 'delivered' | 'failed';
  attempts: number;
  lastStatus: number | null;
  problem: string | null;
  createdAt: Date;
  settledAt: Date | null;
  nextAt: Date | null;
}
interface AttemptRow {
  number: number;
  at: Date;
  durationMs: number;
  status: number | null;
  problem: string | null;
  response: string;
}
export interface DeliveryFilter {
  status?: string | undefined;
  type?: string | undefined;
  after: { at: Date; id: string } | null;
  limit: number;
}

export function createDeliveryLogRepository(db: Database) {
  return {
    list: (endpointId: string, { status, type, after, limit }: DeliveryFilter) =>
      db.sql.many<DeliveryRow>(list, [
        endpointId,
        status ?? null,
        type ?? null,
        after?.at ?? null,
        after?.id ?? null,
        limit,
      ]),
    one: (id: string, endpointId: string) => db.sql.maybe<DeliveryRow & { payload: string }>(one, [id, endpointId]),
    attempts: (deliveryId: string) => db.sql.many<AttemptRow>(attempts, [deliveryId]),
  };
}
export type DeliveryLogRepository = ReturnType<typeof createDeliveryLogRepository>;

import { type AuditActor, appendAudit, type Database, statement, withSqlTransaction } from '@mallhive/db';
import { newId } from '@mallhive/kernel';

const adjust = statement(
  'cart.adjust-stock',
  `select cart.adjust_stock($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::int, $6::int, $7, $8, $9::uuid, $10,
     $11::timestamptz, $12::uuid) as reply`,
);
const transfer = statement(
  'cart.transfer-stock',
  `select cart.transfer_stock($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::int, $6, $7::uuid, $8::uuid,
     $9::timestamptz) as reply`,
);

export interface Adjustment {
  sellerId: string;
  variantId: string;
  /** Null: a count of all locations, whose difference is the main one's. */
  locationId: string | null;
  /** When there is no level of the variant yet: the product it is known to be of. */
  productId: string | null;
  onHand: number | null;
  delta: number | null;
  reason: string;
  note: string;
  /** Written once. */
  reference: string;
  actor: AuditActor;
  now: Date;
}

export interface AdjustReply {
  outcome: 'set' | 'existing' | 'reserved' | 'negative' | 'elsewhere' | 'too_many' | 'inactive' | 'bundle';
  locationId: string;
  /** On hand there before; null when it was done before. */
  before: number | null;
  onHand: number;
  reserved: number;
  locationOnHand: number;
  locationReserved: number;
}

export interface Transfer {
  sellerId: string;
  transferId: string;
  variantId: string;
  fromId: string;
  toId: string;
  quantity: number;
  note: string;
  actor: AuditActor;
  now: Date;
}

/** Changes that people make, each with its line in the audit log. */
export function createAdjustRepository(db: Database) {
  return {
    adjust: (input: Adjustment): Promise<AdjustReply | null> =>
      withSqlTransaction(db, async (tx) => {
        const { sellerId, variantId, locationId, productId, onHand, delta, reason, note, actor, reference, now } =
          input;
        const { reply } = await tx.sql.one<{ reply: AdjustReply | null }>(adjust, [
          sellerId,
          variantId,
          locationId,
          productId,
          onHand,
          delta,
          reason,
          note,
          actor.userId,
          reference,
          now,
          newId(),
        ]);
        if (reply?.outcome === 'set' && reply.before !== reply.locationOnHand) {
          await appendAudit(tx, 'cart', [
            {
              actor,
              sellerId,
              action: 'stock.adjust',
              objectType: 'variant',
              objectId: variantId,
              changes: {
                onHand: [reply.before, reply.locationOnHand],
                location: [reply.locationId, reply.locationId],
                reason: [null, reason],
              },
              at: now,
            },
          ]);
        }
        return reply;
      }),

    transfer: (input: Transfer) =>
      withSqlTransaction(db, async (tx) => {
        type Reply = { outcome: 'transferred' | 'existing' | 'inactive' | 'lacking'; available?: number } | null;
        const { sellerId, transferId, variantId, fromId, toId, quantity, note, actor, now } = input;
        const values = [sellerId, variantId, fromId, toId, quantity, note, actor.userId, transferId, now];
        const { reply } = await tx.sql.one<{ reply: Reply }>(transfer, values);
        if (reply?.outcome === 'transferred') {
          await appendAudit(tx, 'cart', [
            {
              actor,
              sellerId,
              action: 'stock.transfer',
              objectType: 'variant',
              objectId: variantId,
              changes: { location: [fromId, toId], quantity: [null, quantity] },
              at: now,
            },
          ]);
        }
        return reply;
      }),
  };
}
export type AdjustRepository = ReturnType<typeof createAdjustRepository>;

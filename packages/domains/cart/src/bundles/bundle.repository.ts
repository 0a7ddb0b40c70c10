import { type AuditActor, appendAudit, type Database, statement, withSqlTransaction } from '@mallhive/db';
import { newId } from '@mallhive/kernel';

const save = statement(
  'cart.save-bundle',
  'select cart.save_bundle($1::uuid, $2::uuid, $3::uuid, $4::jsonb, $5::timestamptz, $6::uuid) as reply',
);

interface Part {
  variantId: string;
  quantity: number;
}
type Reply = { outcome: 'saved' | 'unchanged'; before: Part[] } | { outcome: 'nested' | 'has_stock' };

const words = (parts: readonly Part[]) =>
  parts.map(({ variantId, quantity }) => `${quantity} × ${variantId}`).join(', ');

export function createBundleRepository(db: Database) {
  return {
    save: (input: {
      sellerId: string;
      variantId: string;
      productId: string;
      parts: readonly (Part & { productId: string })[];
      actor: AuditActor;
      now: Date;
    }): Promise<Reply['outcome']> =>
      withSqlTransaction(db, async (tx) => {
        const { sellerId, variantId, productId, parts, actor, now } = input;
        const values = [sellerId, variantId, productId, JSON.stringify(parts), now, newId()];
        const { reply } = await tx.sql.one<{ reply: Reply }>(save, values);
        if (reply.outcome === 'saved') {
          const changes = { parts: [words(reply.before), words(parts)] as const };
          await appendAudit(tx, 'cart', [
            { actor, sellerId, action: 'stock.bundle', objectType: 'variant', objectId: variantId, changes, at: now },
          ]);
        }
        return reply.outcome;
      }),
  };
}
export type BundleRepository = ReturnType<typeof createBundleRepository>;

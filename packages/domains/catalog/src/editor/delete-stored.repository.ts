import { type Database, withSqlTransaction } from '@mallhive/db';
import type { AuditActor } from '@mallhive/kernel';
import { lockState } from './load.repository.ts';
import type { StoredState } from './product-state.ts';
import { removeProduct } from './write.repository.ts';

/** `check` throws when it may not go. */
export function deleteStored(
  db: Database,
  key: { productId: string; sellerId: string },
  { at, actor }: { at: Date; actor: AuditActor },
  check: (stored: StoredState | null) => void,
): Promise<void> {
  return withSqlTransaction(db, async (tx) => {
    const stored = await lockState(tx, key, at);
    check(stored);
    const changes = { title: [stored?.title, null] as const };
    const audit = {
      actor,
      sellerId: key.sellerId,
      action: 'product.delete',
      objectType: 'product',
      objectId: key.productId,
      changes,
      at,
    };
    await removeProduct(tx, key.productId, audit);
  });
}

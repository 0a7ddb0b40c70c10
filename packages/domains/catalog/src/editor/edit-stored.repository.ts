import { type Database, type SqlTransaction, withSqlTransaction } from '@mallhive/db';
import type { AuditActor } from '@mallhive/kernel';
import { lockState, readState } from './load.repository.ts';
import type { FieldsInput } from './merge-input.ts';
import type { StoredState } from './product-state.ts';
import { storeProduct } from './store-product.repository.ts';

export type Edited = { outcome: 'saved' | 'unchanged' | 'outdated'; stored: StoredState } | { outcome: 'missing' };

interface Editing {
  at: Date;
  actor: AuditActor;
  action: string;
}

/** Locks, compares the version (null: whatever it is), stores and reads again, in one transaction. */
export function editStored(
  db: Database,
  key: { productId: string; sellerId: string | null },
  version: number | null,
  fields: FieldsInput | ((stored: StoredState) => FieldsInput),
  editing: Editing,
): Promise<Edited> {
  return withSqlTransaction(db, (tx) => editLocked(tx, key, version, fields, editing));
}

async function editLocked(
  tx: SqlTransaction,
  key: { productId: string; sellerId: string | null },
  version: number | null,
  fields: FieldsInput | ((stored: StoredState) => FieldsInput),
  editing: Editing,
): Promise<Edited> {
  const stored = await lockState(tx, key, editing.at);
  if (!stored) return { outcome: 'missing' };
  if (version !== null && stored.version !== version) return { outcome: 'outdated', stored };
  const changed = await storeProduct(tx, stored, typeof fields === 'function' ? fields(stored) : fields, editing);
  if (!changed) return { outcome: 'unchanged', stored };
  const now = await readState(tx, key, editing.at);
  if (!now) throw new Error(`Product ${key.productId} is gone although it is locked`);
  return { outcome: 'saved', stored: now };
}

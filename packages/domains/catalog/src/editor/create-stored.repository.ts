import { type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { AuditActor } from '@mallhive/kernel';
import { productInvalid } from '../errors.ts';
import { lockState, readState } from './load.repository.ts';
import type { FieldsInput } from './merge-input.ts';
import type { StoredState } from './product-state.ts';
import { storeProduct } from './store-product.repository.ts';
import { holdSlugs, insertProduct } from './write.repository.ts';

const slugKnown = statement(
  'catalog.slug-known',
  `select exists (select 1 from catalog.products where slug = $1) or exists (select 1 from catalog.slug_redirects where slug = $1) as taken,
     (select active from catalog.categories where id = $2) as category`,
);

interface Begun {
  title: string;
  categoryId: string;
  slug: string;
  /** True when the seller chose it: then a taken one is refused, not changed. */
  fixedSlug: boolean;
  fields: FieldsInput;
}

/** `begin` gets the product to copy from, or null. */
export function createStored(
  db: Database,
  key: { id: string; sellerId: string; currency: string; originalId: string | null },
  begin: (original: StoredState | null) => Begun,
  { at, actor }: { at: Date; actor: AuditActor },
): Promise<StoredState> {
  const { id, sellerId, currency, originalId } = key;
  return withSqlTransaction(db, async (tx) => {
    const original = originalId ? await readState(tx, { productId: originalId, sellerId }, at) : null;
    const { title, categoryId, slug: wanted, fixedSlug, fields } = begin(original);
    await holdSlugs(tx);
    const known = await tx.sql.one<{ taken: boolean; category: boolean | null }>(slugKnown, [wanted, categoryId]);
    if (known.category === null) throw productInvalid([{ path: 'categoryId', code: 'category_unknown' }]);
    if (!known.category && !original) throw productInvalid([{ path: 'categoryId', code: 'category_inactive' }]);
    if (known.taken && fixedSlug) throw productInvalid([{ path: 'slug', code: 'slug_taken' }]);
    const slug = known.taken ? `${wanted}-${id.slice(-8)}` : wanted;
    await insertProduct(tx, { id, sellerId, slug, title, categoryId, currency, at, userId: actor.userId });
    const empty = await lockState(tx, { productId: id, sellerId }, at);
    if (!empty) throw new Error(`Product ${id} was not stored`);
    const action = original ? 'product.duplicate' : 'product.create';
    await storeProduct(tx, empty, { ...fields, slug }, { at, actor, action, created: true });
    const made = await readState(tx, { productId: id, sellerId }, at);
    if (!made) throw new Error(`Product ${id} was not stored`);
    return made;
  });
}

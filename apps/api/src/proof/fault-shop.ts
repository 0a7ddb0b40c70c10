import { createCart } from '@mallhive/cart';
import { catalogFixture, productDraft } from '@mallhive/catalog/testing';
import type { Database } from '@mallhive/db';
import { createIdentity } from '@mallhive/identity';
import { systemClock } from '@mallhive/kernel';
import { createMasterKey } from '../master-key.ts';

/** Two products of one seller with somebody who works there; answers their variants. */
export async function openFaultShop(db: Database, dataDir: string, onHand = 1_000): Promise<string[]> {
  const { catalog, seller } = await catalogFixture(db, systemClock);
  const identity = createIdentity({ db, master: createMasterKey({ dataDir, kms: null }) });
  const users = await identity.upsertUsers([{ email: 'sam@seller.test', name: 'Sam', password: 'a long password' }]);
  const values = [seller.sellerId, seller.slug, seller.name];
  await db.pool.query('insert into identity.sellers (id, slug, name) values ($1, $2, $3)', values);
  await db.pool.query(`insert into identity.memberships (user_id, seller_id, role) values ($1, $2, 'owner')`, [
    users.get('sam@seller.test'),
    seller.sellerId,
  ]);
  const drafts = [productDraft({ sellerId: seller.sellerId }), productDraft({ sellerId: seller.sellerId })];
  const products = await catalog.upsertProducts(drafts);
  const levels = products.map(({ id: productId, variants }) => ({
    variantId: variants[0]?.id ?? '',
    productId,
    sellerId: seller.sellerId,
    onHand,
  }));
  await createCart({ db, variants: catalog, currency: 'GBP' }).upsertStock(levels);
  return levels.map(({ variantId }) => variantId);
}

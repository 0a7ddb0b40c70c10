import { appendAudit, type Database, statement, withSqlTransaction } from '@mallhive/db';
import { type AuditEntry, changedFields } from '@mallhive/kernel';
import type { z } from 'zod';
import { publishChanges } from '../change.repository.ts';
import type { shopPageOutput } from '../contract.ts';

type Page = z.infer<typeof shopPageOutput>['page'];

const columns = `slug, name, status, tagline, description, logo_url as "logoUrl", banner_url as "bannerUrl", return_policy as "returnPolicy"`;
const read = statement('catalog.shop-page', `select ${columns} from catalog.seller_profiles where seller_id = $1`);
const lock = statement(
  'catalog.lock-shop-page',
  `select ${columns} from catalog.seller_profiles where seller_id = $1 for update`,
);
const save = statement(
  'catalog.save-shop-page',
  `update catalog.seller_profiles set tagline = $2, description = $3, logo_url = $4, banner_url = $5, return_policy = $6, edited_at = $7
   where seller_id = $1`,
);
const productsOf = statement(
  'catalog.public-products-of-seller',
  'select product_id as id from catalog.product_cards where seller_id = $1 order by product_id limit 500',
);

export const readShopPage = (db: Database, sellerId: string) => db.sql.maybe<Page>(read, [sellerId]);

const fields = ['tagline', 'description', 'logoUrl', 'bannerUrl', 'returnPolicy'] as const;

/** Null when the catalog does not know the seller. */
export function saveShopPage(
  db: Database,
  sellerId: string,
  change: (page: Page) => Page,
  audit: (changes: NonNullable<AuditEntry['changes']>) => AuditEntry,
  at: Date,
): Promise<Page | null> {
  return withSqlTransaction(db, async (tx) => {
    const before = await tx.sql.maybe<Page>(lock, [sellerId]);
    if (!before) return null;
    const after = change(before);
    const changes = changedFields(before, after, fields);
    if (Object.keys(changes).length === 0) return before;
    const { tagline, description, logoUrl, bannerUrl, returnPolicy } = after;
    await tx.sql.execute(save, [sellerId, tagline, description, logoUrl, bannerUrl, returnPolicy, at]);
    await appendAudit(tx, 'catalog', [audit(changes)]);
    // Product pages show the tagline; with it some pages of the shop, those of the rest at their ordinary interval.
    const products = await tx.sql.many<{ id: string }>(productsOf, [sellerId]);
    await publishChanges(tx, { productIds: products.map(({ id }) => id), at });
    return after;
  });
}

import { appendEvents, type SqlTransaction, statement } from '@mallhive/db';
import { pathWithAncestors } from './category-path.ts';
import { productChanged } from './events.ts';

const refreshCards = statement('catalog.refresh-cards', 'select catalog.refresh_cards($1::uuid[], $2)');
const refreshPrices = statement('catalog.refresh-prices', 'select catalog.refresh_prices($1::uuid[], $2)');
const refreshSellers = statement(
  'catalog.refresh-sellers',
  `select catalog.refresh_sellers(array(select distinct seller_id from catalog.products where id = any ($1::uuid[])))`,
);
const facts = statement(
  'catalog.changed-facts',
  `select p.id, p.slug, p.status, coalesce(s.slug, '') as seller_slug, g.path
   from catalog.products p join catalog.categories g on g.id = p.category_id
   left join catalog.seller_profiles s on s.seller_id = p.seller_id
   where p.id = any ($1::uuid[])`,
);

/** Up to this many products each is refreshed by itself, without a wait. */
const bulkSize = 5;

interface Facts {
  id: string;
  slug: string;
  status: 'draft' | 'published' | 'archived';
  seller_slug: string;
  path: string;
}

export interface Changes {
  productIds: readonly string[];
  at: Date;
  /** By product id, where it changed. */
  previousSlugs?: ReadonlyMap<string, string>;
  /** By product id, where it changed: the pages of the former category are old too. */
  previousPaths?: ReadonlyMap<string, string>;
  /** Those that did not exist before. */
  createdIds?: ReadonlySet<string>;
  /** True when ratings, the status or the set of products may have changed. */
  sellersToo?: boolean;
  /** True when prices, sales or variants may have changed. */
  pricesToo?: boolean;
}

/** The end of every write: makes the cards anew and says what changed, in the same transaction. */
export async function publishChanges(tx: SqlTransaction, changes: Changes): Promise<void> {
  if (changes.productIds.length === 0) return;
  if (changes.pricesToo) await tx.sql.many(refreshPrices, [changes.productIds, changes.at]);
  await tx.sql.many(refreshCards, [changes.productIds, changes.at]);
  if (changes.sellersToo) await tx.sql.many(refreshSellers, [changes.productIds]);
  const rows = await tx.sql.many<Facts>(facts, [changes.productIds]);
  const events = rows.map((row) => {
    const former = changes.previousPaths?.get(row.id);
    const paths = new Set([...pathWithAncestors(row.path), ...(former ? pathWithAncestors(former) : [])]);
    return productChanged.create(
      {
        productId: row.id,
        slug: row.slug,
        previousSlug: changes.previousSlugs?.get(row.id) ?? null,
        sellerSlug: row.seller_slug,
        categoryPaths: [...paths],
        status: row.status,
        created: changes.createdIds?.has(row.id) ?? false,
        bulk: rows.length > bulkSize,
      },
      changes.at,
    );
  });
  await appendEvents(tx, 'catalog', events);
}

import { appendAudit, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { AuditActor } from '@mallhive/kernel';
import { publishChanges } from '../change.repository.ts';
import { submitForModeration, withdrawFromModeration } from '../moderation/submit.repository.ts';

const lock = statement(
  'catalog.bulk-lock',
  'select id from catalog.products where id = any ($1::uuid[]) and seller_id = $2 order by id for update',
);
/** $2: the category they shall move to, or null for their own. */
const facts = statement(
  'catalog.bulk-facts',
  `select p.id, p.status, p.moderation, p.category_id as "categoryId", g.path, p.tags, p.description_html <> '' as "hasDescription",
     exists (select 1 from catalog.product_media m where m.product_id = p.id) as "hasImage",
     not exists (select 1 from catalog.variants v where v.product_id = p.id and v.active
       and not exists (select 1 from catalog.prices r where r.variant_id = v.id and r.currency = p.currency)) as "isPriced",
     (select min(r.amount) from catalog.variants v join catalog.prices r on r.variant_id = v.id and r.currency = p.currency
      where v.product_id = p.id and v.active) as "lowestPrice",
     exists (select 1 from catalog.category_attributes a join catalog.categories c on c.id = a.category_id
       join catalog.categories own on own.id = coalesce($2::uuid, p.category_id) and (own.path = c.path or own.path like c.path || '/%')
       where a.required and coalesce(p.attribute_values -> a.id::text, '""') in ('""', '[]')) as "lacksAttributes"
   from catalog.products p join catalog.categories g on g.id = p.category_id
   where p.id = any ($1::uuid[])`,
);
const category = statement('catalog.bulk-category', 'select active from catalog.categories where id = $1');
const setStatus = statement(
  'catalog.bulk-status',
  `update catalog.products set status = $2, publish_at = null, version = version + 1, updated_at = $3, updated_by = $4 where id = any ($1::uuid[])`,
);
const setCategory = statement(
  'catalog.bulk-set-category',
  `update catalog.products set category_id = $2, version = version + 1, updated_at = $3, updated_by = $4 where id = any ($1::uuid[])`,
);
const setTags = statement(
  'catalog.bulk-tags',
  `update catalog.products p set version = version + 1, updated_at = $4, updated_by = $5, tags = array(
     select tag from (
       select tag, min(place) as place from (
         select tag, place from unnest(p.tags) with ordinality as x (tag, place) where not tag = any ($3::text[])
         union all select tag, 1000 + place from unnest($2::text[]) with ordinality as y (tag, place)
       ) z group by tag) w order by place)
   where id = any ($1::uuid[])`,
);
/** Of all own prices by percent, or of those in the base currency by an amount. A former price that is no longer above goes. */
const changePrices = statement(
  'catalog.bulk-prices',
  `with changed as (
     update catalog.prices r set amount = n.amount, compare_at = case when r.compare_at > n.amount then r.compare_at end,
       sale_amount = case when r.sale_amount < n.amount then r.sale_amount end
     from catalog.variants v
     join catalog.products p on p.id = v.product_id
     join catalog.prices o on o.variant_id = v.id
     cross join lateral (select case when $2::numeric is not null
         then least(2000000000, greatest(1, round(o.amount * (100 + $2::numeric) / 100)))::int else o.amount + $3::int end as amount) n
     where v.product_id = any ($1::uuid[]) and v.active and not o.converted
       and ($2::numeric is not null or o.currency = p.currency)
       and r.variant_id = o.variant_id and r.currency = o.currency
   )
   update catalog.products set version = version + 1, updated_at = $4, updated_by = $5 where id = any ($1::uuid[])`,
);

export interface BulkFacts {
  id: string;
  status: 'draft' | 'published' | 'archived';
  moderation: string;
  categoryId: string;
  path: string;
  tags: string[];
  hasDescription: boolean;
  hasImage: boolean;
  isPriced: boolean;
  lowestPrice: number | null;
  lacksAttributes: boolean;
}

export type BulkChange =
  | { kind: 'status'; status: 'draft' | 'published' | 'archived' }
  | { kind: 'category'; categoryId: string }
  | { kind: 'tags'; add: string[]; remove: string[] }
  | { kind: 'prices'; percent: number | null; amount: number | null };

interface Bulk {
  sellerId: string;
  productIds: readonly string[];
  change: BulkChange;
  at: Date;
  actor: AuditActor;
}

/**
 * One thing done to many products in one transaction, with the same number of statements however many they are.
 * `choose` gets what is known of those that are the seller's and answers which of them to change.
 */
export function changeMany(
  db: Database,
  { sellerId, productIds, change, at, actor }: Bulk,
  choose: (facts: BulkFacts[], category: { active: boolean } | null) => string[],
): Promise<void> {
  return withSqlTransaction(db, async (tx) => {
    const own = await tx.sql.many<{ id: string }>(lock, [productIds, sellerId]);
    const target = change.kind === 'category' ? change.categoryId : null;
    const ownIds = own.map(({ id }) => id);
    const known = await tx.sql.many<BulkFacts>(facts, [ownIds, target]);
    const active = target ? await tx.sql.maybe<{ active: boolean }>(category, [target]) : null;
    const ids = choose(known, active);
    if (ids.length === 0) return;
    const { userId } = actor;
    if (change.kind === 'status') await tx.sql.execute(setStatus, [ids, change.status, at, userId]);
    if (change.kind === 'category') await tx.sql.execute(setCategory, [ids, change.categoryId, at, userId]);
    if (change.kind === 'tags') await tx.sql.execute(setTags, [ids, change.add, change.remove, at, userId]);
    if (change.kind === 'prices') await tx.sql.execute(changePrices, [ids, change.percent, change.amount, at, userId]);
    if (change.kind === 'status' && change.status === 'published') await submitForModeration(tx, ids, at);
    if (change.kind === 'status' && change.status !== 'published') await withdrawFromModeration(tx, ids);
    const byId = new Map(known.map((fact) => [fact.id, fact]));
    await appendAudit(
      tx,
      'catalog',
      ids.map((id) => ({
        actor,
        sellerId,
        action: 'product.update',
        objectType: 'product',
        objectId: id,
        changes: changesOf(change, byId.get(id)),
        at,
      })),
    );
    await publishChanges(tx, {
      productIds: ids,
      at,
      previousPaths: new Map(change.kind === 'category' ? known.map(({ id, path }) => [id, path]) : []),
      pricesToo: change.kind === 'prices' || change.kind === 'status',
      sellersToo: change.kind === 'status',
    });
  });
}

function changesOf(change: BulkChange, before: BulkFacts | undefined): Record<string, [unknown, unknown]> {
  switch (change.kind) {
    case 'status':
      return { status: [before?.status, change.status] };
    case 'category':
      return { categoryId: [before?.categoryId, change.categoryId] };
    case 'tags':
      return { tags: [before?.tags, { add: change.add, remove: change.remove }] };
    case 'prices':
      return {
        prices: [before?.lowestPrice, change.percent === null ? { add: change.amount } : { percent: change.percent }],
      };
  }
}

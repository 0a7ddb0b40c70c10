import { type Database, statement, withSqlTransaction } from '@mallhive/db';
import { publishChanges } from './change.repository.ts';

/** The newer word wins. Answers the sellers whose name, address or tagline now differs from what cards and pages show. */
const upsert = statement(
  'catalog.upsert-seller-profiles',
  `with incoming as (
     select * from json_to_recordset($1::json) as x ("sellerId" uuid, slug text, name text, tagline text, description text,
       "logoUrl" text, "bannerUrl" text, country text, since timestamptz, "changedAt" timestamptz, status text)
   ), before as (
     select s.seller_id, s.slug, s.name, s.tagline, s.status from catalog.seller_profiles s join incoming i on i."sellerId" = s.seller_id
   ), written as (
     insert into catalog.seller_profiles as old (seller_id, slug, name, tagline, description, logo_url, banner_url, country, since, changed_at, status)
     select "sellerId", slug, name, tagline, description, "logoUrl", "bannerUrl", country, coalesce(since, "changedAt"), "changedAt",
       coalesce(status, 'pending') from incoming
     on conflict (seller_id) do update set slug = excluded.slug, name = excluded.name, country = excluded.country,
       tagline = case when old.edited_at is null then excluded.tagline else old.tagline end,
       description = case when old.edited_at is null then excluded.description else old.description end,
       logo_url = case when old.edited_at is null then excluded.logo_url else old.logo_url end,
       banner_url = case when old.edited_at is null then excluded.banner_url else old.banner_url end,
       status = coalesce((select i.status from incoming i where i."sellerId" = old.seller_id), old.status),
       since = least(old.since, excluded.since), changed_at = excluded.changed_at
     where old.changed_at <= excluded.changed_at
     returning seller_id, slug, name, tagline, status
   )
   select w.seller_id from written w left join before b on b.seller_id = w.seller_id
   where (b.slug, b.name, b.tagline, b.status) is distinct from (w.slug, w.name, w.tagline, w.status)`,
);
/** The next products of these sellers, in the order of their ids; in parts, because a shop may have a hundred thousand. */
const productsOf = statement(
  'catalog.published-products-of',
  `select id from catalog.products where seller_id = any ($1::uuid[]) and status = 'published' and ($2::uuid is null or id > $2)
   order by id limit $3`,
);
const batchSize = 500;

export type SellerStatus = 'pending' | 'approved' | 'suspended' | 'rejected';

export interface SellerProfileRow {
  sellerId: string;
  slug: string;
  name: string;
  tagline: string;
  description: string;
  logoUrl: string;
  bannerUrl: string;
  country: string;
  since: Date | null;
  changedAt: Date;
  /** Left out: stays as it is, and a seller not known yet is pending. */
  status?: SellerStatus | undefined;
}

const markStale = statement(
  'catalog.mark-sellers-stale',
  'update catalog.seller_profiles set cards_stale = true where seller_id = any ($1::uuid[])',
);
const stale = statement(
  'catalog.stale-sellers',
  'select seller_id from catalog.seller_profiles where cards_stale and ($1::uuid[] is null or seller_id = any ($1::uuid[]))',
);
const markFresh = statement(
  'catalog.mark-sellers-fresh',
  'update catalog.seller_profiles set cards_stale = false where seller_id = any ($1::uuid[])',
);

/**
 * Carts refuse the products of a seller who is no longer approved from this moment; pages and lists follow part by part.
 * When it is interrupted, the next call or the minute job does the rest.
 */
export async function saveSellerProfiles(db: Database, rows: readonly SellerProfileRow[], at: Date): Promise<void> {
  await withSqlTransaction(db, async (tx) => {
    const changed = await tx.sql.many<{ seller_id: string }>(upsert, [JSON.stringify(rows)]);
    if (changed.length > 0) await tx.sql.execute(markStale, [changed.map((row) => row.seller_id)]);
  });
  await refreshStaleSellers(
    db,
    at,
    rows.map(({ sellerId }) => sellerId),
  );
}

/** Of these sellers, or of all: products whose cards do not show yet what changed about their seller. */
export async function refreshStaleSellers(db: Database, at: Date, among: readonly string[] | null): Promise<void> {
  const rows = await db.sql.many<{ seller_id: string }>(stale, [among]);
  const sellerIds = rows.map((row) => row.seller_id);
  if (sellerIds.length > 0) await refreshPublishedProducts(db, sellerIds, at);
}

async function refreshPublishedProducts(db: Database, sellerIds: readonly string[], at: Date): Promise<void> {
  let after: string | null = null;
  do after = await refreshPart(db, sellerIds, after, at);
  while (after !== null);
}

/** Answers the last product, or null when there are no more. */
function refreshPart(
  db: Database,
  sellerIds: readonly string[],
  after: string | null,
  at: Date,
): Promise<string | null> {
  return withSqlTransaction(db, async (tx) => {
    const products = await tx.sql.many<{ id: string }>(productsOf, [sellerIds, after, batchSize]);
    const isLast = products.length < batchSize;
    await publishChanges(tx, { productIds: products.map(({ id }) => id), at, pricesToo: true, sellersToo: isLast });
    if (isLast) await tx.sql.execute(markFresh, [sellerIds]);
    return isLast ? null : (products.at(-1)?.id ?? null);
  });
}

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
const productsOf = statement(
  'catalog.published-products-of',
  `select id from catalog.products where seller_id = any ($1::uuid[]) and status = 'published' order by id`,
);

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

export function saveSellerProfiles(db: Database, rows: readonly SellerProfileRow[], at: Date): Promise<void> {
  return withSqlTransaction(db, async (tx) => {
    const changed = await tx.sql.many<{ seller_id: string }>(upsert, [JSON.stringify(rows)]);
    if (changed.length === 0) return;
    const products = await tx.sql.many<{ id: string }>(productsOf, [changed.map((row) => row.seller_id)]);
    await publishChanges(tx, { productIds: products.map(({ id }) => id), at, sellersToo: true });
  });
}

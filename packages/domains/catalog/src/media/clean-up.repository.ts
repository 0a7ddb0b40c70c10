import { type Database, statement, withSqlTransaction } from '@mallhive/db';

/** What nothing shows: no product, no review of its author, no shop page, no category. */
const orphans = statement(
  'catalog.orphaned-assets',
  `with gone as (
     delete from catalog.media_assets a using catalog.media_objects o
     where o.hash = a.hash and (a.owner_id, a.hash) in (
       select x.owner_id, x.hash from catalog.media_assets x
       where x.created_at < $1
         and not exists (select from catalog.product_media m where split_part(m.url, '/', 3) = x.hash)
         and not exists (select from catalog.reviews r where r.user_id = x.owner_id and r.images::text like '%/' || x.hash || '/%')
         and not exists (select from catalog.seller_profiles s
                         where s.logo_url like '/media/' || x.hash || '/%' or s.banner_url like '/media/' || x.hash || '/%')
         and not exists (select from catalog.categories c where c.image::text like '%/media/' || x.hash || '/%')
       order by x.created_at limit $2)
     returning a.owner_id, a.hash, o.bytes
   )
   select owner_id as "ownerId", count(*)::int as files, sum(bytes)::bigint as bytes from gone group by 1`,
);
const giveSpace = statement(
  'catalog.give-space',
  `update catalog.media_usage u set bytes = greatest(0, u.bytes - x.bytes), files = greatest(0, u.files - x.files)
   from json_to_recordset($1::json) as x ("ownerId" uuid, bytes bigint, files int) where u.owner_id = x."ownerId"`,
);
/** Nobody owns them any more; from now on nobody may begin to, until the bytes are gone. A claim that died is taken over. */
const claim = statement(
  'catalog.claim-objects',
  `update catalog.media_objects o set deleting_at = $1
   where o.hash in (
     select x.hash from catalog.media_objects x
     where not exists (select from catalog.media_assets a where a.hash = x.hash)
       and x.created_at < $2 and (x.deleting_at is null or x.deleting_at < $2)
     order by x.created_at limit $3 for update skip locked)
   returning o.hash`,
);
/** Somebody began to use it between the look and the claim. From the claim on nobody can, so this look is final. */
const spare = statement(
  'catalog.spare-objects',
  `update catalog.media_objects o set deleting_at = null
   where o.hash = any ($1::text[]) and exists (select from catalog.media_assets a where a.hash = o.hash) returning o.hash`,
);
const forget = statement(
  'catalog.forget-objects',
  'delete from catalog.media_objects where hash = any ($1::text[]) and deleting_at is not null',
);

/** Takes pictures that nothing shows from their owners. Answers how many. */
export function releaseOrphans(db: Database, before: Date, limit: number): Promise<number> {
  return withSqlTransaction(db, async (tx) => {
    const owners = await tx.sql.many<{ ownerId: string; files: number; bytes: number }>(orphans, [before, limit]);
    if (owners.length > 0) await tx.sql.execute(giveSpace, [JSON.stringify(owners)]);
    return owners.reduce((sum, { files }) => sum + files, 0);
  });
}

export async function claimObjects(db: Database, at: Date, before: Date, limit: number): Promise<string[]> {
  const claimed = (await db.sql.many<{ hash: string }>(claim, [at, before, limit])).map(({ hash }) => hash);
  if (claimed.length === 0) return [];
  const spared = new Set((await db.sql.many<{ hash: string }>(spare, [claimed])).map(({ hash }) => hash));
  return claimed.filter((hash) => !spared.has(hash));
}

export async function forgetObjects(db: Database, hashes: readonly string[]): Promise<void> {
  await db.sql.execute(forget, [hashes]);
}

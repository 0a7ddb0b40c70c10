import { type Database, statement } from '@mallhive/db';
import type { ImageState } from './state.repository.ts';

/** Own uploads, pictures that own products show already, and outside addresses fetched before. */
const known = statement(
  'catalog.import-images',
  `select w.url as asked, '/media/' || o.hash || '/picture.webp' as url, o.width, o.height
   from unnest($2::text[]) as w (url)
   join catalog.media_assets a on a.owner_id = $1 and a.hash = split_part(w.url, '/', 3)
   join catalog.media_objects o on o.hash = a.hash and o.stored_at is not null and o.deleting_at is null
   where w.url like '/media/%'
   union all
   select distinct on (m.url) m.url, m.url, m.width, m.height
   from catalog.product_media m join catalog.products p on p.id = m.product_id
   where p.seller_id = $1 and m.url = any ($2::text[])
     and split_part(m.url, '/', 3) in (select split_part(w.url, '/', 3) from unnest($2::text[]) as w (url))
   union all
   select s.url, '/media/' || o.hash || '/picture.webp', o.width, o.height
   from catalog.image_sources s
   join catalog.media_assets a on a.owner_id = s.seller_id and a.hash = s.hash
   join catalog.media_objects o on o.hash = s.hash and o.stored_at is not null and o.deleting_at is null
   where s.seller_id = $1 and s.url = any ($2::text[])`,
);
const fetched = statement(
  'catalog.remember-image-source',
  `insert into catalog.image_sources (seller_id, url, hash, fetched_at) values ($1, $2, $3, $4)
   on conflict (seller_id, url) do update set hash = excluded.hash, fetched_at = excluded.fetched_at`,
);

export async function readKnownImages(db: Database, sellerId: string, urls: readonly string[]) {
  if (urls.length === 0) return new Map<string, ImageState>();
  const rows = await db.sql.many<{ asked: string; url: string; width: number; height: number }>(known, [
    sellerId,
    urls,
  ]);
  return new Map(rows.map(({ asked, ...image }): [string, ImageState] => [asked, { ...image, alt: '' }]));
}

export async function rememberSource(
  db: Database,
  sellerId: string,
  url: string,
  hash: string,
  at: Date,
): Promise<void> {
  await db.sql.execute(fetched, [sellerId, url, hash, at]);
}

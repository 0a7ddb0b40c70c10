import { type SqlTransaction, statement } from '@mallhive/db';

/**
 * Published products that no administrator has seen: public at once when the shop has three approved products, otherwise
 * they wait. One that was refused waits again.
 */
const submit = statement(
  'catalog.submit-for-moderation',
  `with trusted as materialized (
     select s.seller_id from (select distinct seller_id from catalog.products where id = any ($1::uuid[])) s
     where (select count(*) from (select 1 from catalog.products q where q.seller_id = s.seller_id and q.moderation = 'approved' limit 3) x) >= 3
   ), submitted as (
     update catalog.products p set
       moderation = case when p.moderation = 'none' and not p.flagged and p.seller_id in (select seller_id from trusted)
         then 'approved' else 'pending' end,
       moderation_reason = ''
     where p.id = any ($1::uuid[]) and p.status = 'published'
       and (p.moderation in ('none', 'rejected') or ($3 and p.flagged and p.moderation = 'approved'))
     returning p.id, p.moderation, p.flagged
   ), waiting as (
     insert into catalog.moderation_cases (id, product_id, kind, submitted_at)
     select gen_random_uuid(), id, case when flagged then 'flagged' else 'first-products' end, $2 from submitted where moderation = 'pending'
     on conflict (product_id) where status = 'pending' do nothing
   )
   select id from submitted where moderation = 'pending'`,
);
const markPublished = statement(
  'catalog.mark-published',
  `update catalog.products set published_at = $2
   where id = any ($1::uuid[]) and published_at is null and status = 'published' and moderation = 'approved'`,
);
/** A flagged product whose title or pictures changed: `before` is what was approved. */
const resubmit = statement(
  'catalog.resubmit-for-moderation',
  `with waiting as (
     update catalog.products set moderation = 'pending', moderation_reason = '' where id = $1
   )
   insert into catalog.moderation_cases (id, product_id, kind, before, submitted_at) values (gen_random_uuid(), $1, $2, $3::json, $4)
   on conflict (product_id) where status = 'pending' do nothing`,
);
const withdraw = statement(
  'catalog.withdraw-from-moderation',
  `with gone as (
     delete from catalog.moderation_cases c using catalog.products p
     where p.id = c.product_id and c.status = 'pending' and p.id = any ($1::uuid[]) and p.status <> 'published'
   )
   update catalog.products set moderation = 'none'
   where id = any ($1::uuid[]) and status <> 'published' and moderation = 'pending'`,
);

/** What an administrator looks at. */
export interface ModeratedFace {
  title: string;
  description: string;
  images: { url: string; alt: string; width: number; height: number }[];
}

/** The products are locked. `flaggedToo`: approved ones that are watched wait again. Answers those that wait now. */
export async function submitForModeration(
  tx: SqlTransaction,
  ids: readonly string[],
  at: Date,
  flaggedToo = false,
): Promise<string[]> {
  const rows = await tx.sql.many<{ id: string }>(submit, [ids, at, flaggedToo]);
  await tx.sql.execute(markPublished, [ids, at]);
  return rows.map(({ id }) => id);
}

/** Takes an approved product off the shop until an administrator has seen it again. */
export async function resubmitForModeration(
  tx: SqlTransaction,
  productId: string,
  kind: 'changed' | 'flagged',
  before: ModeratedFace,
  at: Date,
): Promise<void> {
  await tx.sql.execute(resubmit, [productId, kind, JSON.stringify(before), at]);
}

/** Products that are no longer published need nobody's word. */
export async function withdrawFromModeration(tx: SqlTransaction, ids: readonly string[]): Promise<void> {
  await tx.sql.execute(withdraw, [ids]);
}

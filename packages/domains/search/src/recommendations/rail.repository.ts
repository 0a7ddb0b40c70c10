import { type Database, statement } from '@mallhive/db';
import type { FoundCard } from '../engine.ts';
import { placeOf } from '../languages.ts';
import { type Audience, found, translated } from '../recommend.repository.ts';

/** For whom and how many. */
export interface RailRequest extends Audience {
  /** What this account bought lately is left out, for as long as each product rests. */
  userId: string | null;
  /** These are left out: they are on the page already. */
  without: readonly string[];
  now: Date;
  limit: number;
}

/**
 * One read of ids in `wanted (id, place)`, with their cards as they are now. Sold out ones fall out, and of several
 * sellers none has more than $8 products. $1 currency, $2 language, $3 kind, $4 owners, $5 without, $6 account, $7 now,
 * $8 most of one seller, $9 limit. Nobody's account has words of its own, and one owner is no list: else each read is
 * planned anew, which takes longer than the read.
 */
const cardsOf = (rested: string, wanted: string): string => `
  select ${found} from (
    select c.product_id, c.place from (
      select d.product_id, w.place, row_number() over (partition by d.seller_facet order by w.place) as nth,
        min(d.seller_facet) over () = max(d.seller_facet) over () as alone
      from (${wanted}) w join search.documents d on d.product_id = w.id and d.available
      where d.product_id <> all ($5::uuid[]) and ${rested}
    ) c where c.alone or c.nth <= $8::int order by c.place limit $9
  ) best join search.documents d on d.product_id = best.product_id
  join search.entries e on e.product_id = best.product_id ${translated}
  order by best.place`;

/** What the account bought lately rests. */
const restedFor = `not exists (select 1 from search.order_items i where i.shopper_id = $6::uuid and i.product_id = d.product_id
  and i.at > $7::timestamptz - d.rest_days * interval '1 day')`;
const nobodys = '$6::uuid is null and $7::timestamptz is not null';

/** One statement for an account, one for nobody. */
const forBoth = (name: string, wanted: string) => ({
  account: statement(`${name}-of-account`, cardsOf(restedFor, wanted)),
  nobody: statement(name, cardsOf(nobodys, wanted)),
});

const ofOwner = forBoth(
  'search.rail',
  `select x.id, x.place from search.rails r, unnest(r.product_ids) with ordinality as x (id, place)
    where r.kind = $3 and r.owner = $4::text`,
);
/** Several rails of one kind become one: what stands in front in many comes first. */
const ofOwners = forBoth(
  'search.rails-together',
  `select x.id, row_number() over (order by sum(1.0 / (x.place + 3)) desc, x.id) as place
    from search.rails r, unnest(r.product_ids) with ordinality as x (id, place)
    where r.kind = $3 and r.owner = any ($4::text[]) group by x.id order by place limit 80`,
);
/** Chosen outside: the ids stand where the owners stand otherwise. */
const ofIds = forBoth(
  'search.rail-of-ids',
  `select x.id::uuid, x.place from unnest($4::text[]) with ordinality as x (id, place) where $3::text is not null`,
);

/** A third of a rail, and never fewer than four. */
const mostOfSeller = (limit: number) => Math.max(4, Math.ceil(limit / 3));

/** The stored rail of a kind: of one owner as it is, of several together. Empty without one. */
export function readRail(db: Database, kind: string, owners: readonly string[], request: RailRequest) {
  const { locale, currency, without, userId, now, limit } = request;
  const [owner, ...others] = owners;
  const one = owner !== undefined && others.length === 0;
  return db.sql.many<FoundCard>((one ? ofOwner : ofOwners)[userId ? 'account' : 'nobody'], [
    placeOf(currency),
    locale,
    kind,
    one ? owner : owners,
    without,
    userId,
    now,
    mostOfSeller(limit),
    limit,
  ]);
}

/** The cards of ids that somebody else chose, by the same rules. */
export function readChosen(db: Database, ids: readonly string[], request: RailRequest) {
  const { locale, currency, without, userId, now, limit } = request;
  const values = [placeOf(currency), locale, 'chosen', ids, without, userId, now, mostOfSeller(limit), limit];
  return db.sql.many<FoundCard>(ofIds[userId ? 'account' : 'nobody'], values);
}

const bought = statement(
  'search.bought-lately',
  `select product_id as id from search.order_items where shopper_id = $1 group by product_id order by max(at) desc, product_id limit 12`,
);
export async function readBoughtLately(db: Database, userId: string): Promise<string[]> {
  return (await db.sql.many<{ id: string }>(bought, [userId])).map(({ id }) => id);
}

const categories = statement(
  'search.trending-categories',
  `select r.owner as path, coalesce(f.labels -> $1 ->> 1, f.label) as name
   from search.rails r join search.facet_values f on f.name = 'category' and f.value = r.owner
   where r.kind = 'trending' order by r.weight desc, r.owner limit $2`,
);
/** Departments that sell best now. */
export function readTrendingCategories(db: Database, locale: string, limit: number) {
  return db.sql.many<{ path: string; name: string }>(categories, [locale, limit]);
}

const keep = statement(
  'search.keep-rail',
  `insert into search.rails (kind, owner, product_ids, run_id, computed_at) values ($1, $2, $3, $4, $5)
   on conflict (kind, owner) do update set product_ids = excluded.product_ids, computed_at = excluded.computed_at, run_id = excluded.run_id`,
);
/** Keeps what was computed while a page was asked for, until the next night. */
export async function keepRail(
  db: Database,
  rail: { kind: string; owner: string; productIds: readonly string[]; runId: string; at: Date },
): Promise<void> {
  await db.sql.execute(keep, [rail.kind, rail.owner, rail.productIds, rail.runId, rail.at]);
}

const forget = statement(
  'search.forget-shopper',
  `with rail as (delete from search.rails where kind = 'for-you' and owner = $1::text)
   update search.order_items set shopper_id = null where shopper_id = $1::uuid`,
);
/** The account's rail goes, and its name from the orders that rails learn from. Answers how many lines had it. */
export const forgetShopper = (db: Database, userId: string): Promise<number> => db.sql.execute(forget, [userId]);

const ofPerson = statement(
  'search.rail-of-person',
  `select r.computed_at as "computedAt", coalesce(array_agg(e.title order by x.place) filter (where e.title is not null), '{}') as products
   from search.rails r cross join lateral unnest(r.product_ids) with ordinality as x (id, place)
   left join search.entries e on e.product_id = x.id where r.kind = 'for-you' and r.owner = $1 group by r.computed_at`,
);
/** What the shop thinks an account may like, for its owner to see. */
export const railOfPerson = (db: Database, userId: string) =>
  db.sql.maybe<{ computedAt: Date; products: string[] }>(ofPerson, [userId]);

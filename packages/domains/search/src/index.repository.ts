import { appendEvents, type Database, type SqlTransaction, statement, withSqlTransaction } from '@mallhive/db';
import type { FacetValue, IndexDocument } from './document.ts';
import { productIndexed } from './events.ts';

/** Numbers are given once and kept; only what is missing is inserted, so that the sequence does not run away. */
const facetIds = statement(
  'search.facet-ids',
  `with incoming as (select distinct on (name, value) name, value, label from json_to_recordset($1::json) as x (name text, value text, label text)),
   known as (select f.id, f.name, f.value, f.label <> i.label as renamed, i.label from search.facet_values f join incoming i using (name, value)),
   renamed as (update search.facet_values f set label = k.label from known k where k.renamed and f.id = k.id),
   added as (
     insert into search.facet_values (name, value, label)
     select name, value, label from incoming i where not exists (select 1 from known k where k.name = i.name and k.value = i.value) order by name, value
     on conflict (name, value) do update set label = excluded.label returning id, name, value)
   select id, name, value from known union all select id, name, value from added`,
);
const store = statement(
  'search.store-documents',
  `with incoming as (
     select *, search.head("tTitle", "tSkus", "tHeading", "tFacets") as head
     from json_to_recordset($1::json) as x ("productId" uuid, "categoryIds" int[], "sellerFacet" int, "facetIds" int[], price int,
       rating real, "ratingCount" int, available boolean, "onSale" boolean, "createdAt" timestamptz, revision bigint,
       slug text, title text, "tTitle" text, "tSkus" text, "tHeading" text, "tFacets" text, "tBody" text, card json)
   ), written as (
     insert into search.documents as d (product_id, plain, lexemes, head, category_ids, seller_facet, facet_ids, counted_ids, price, rating,
       rating_count, available, on_sale, created_at, revision)
     select "productId", "tTitle", strip(head || to_tsvector('english', "tBody")), head, "categoryIds", "sellerFacet", "facetIds",
       "categoryIds" || "sellerFacet" || "facetIds", price, rating, "ratingCount", available, "onSale", "createdAt", revision
     from incoming order by "productId"
     on conflict (product_id) do update set plain = excluded.plain, lexemes = excluded.lexemes, head = excluded.head,
       category_ids = excluded.category_ids, seller_facet = excluded.seller_facet, facet_ids = excluded.facet_ids,
       counted_ids = excluded.counted_ids, price = excluded.price, rating = excluded.rating, rating_count = excluded.rating_count,
       available = excluded.available, on_sale = excluded.on_sale, created_at = excluded.created_at, revision = excluded.revision
     where d.revision <= excluded.revision
     returning product_id
   )
   insert into search.entries (product_id, slug, title, card)
   select i."productId", i.slug, i.title, i.card from incoming i join written w on w.product_id = i."productId"
   on conflict (product_id) do update set slug = excluded.slug, title = excluded.title, card = excluded.card`,
);
const remove = statement('search.remove-documents', 'delete from search.documents where product_id = any ($1::uuid[])');
const others = statement(
  'search.other-documents',
  'select product_id as id from search.documents where product_id <> all ($1::uuid[])',
);
const addTerms = statement(
  'search.add-terms',
  'insert into search.terms (word) select word from unnest($1::text[]) as word order by word on conflict (word) do nothing',
);
const setTerms = statement(
  'search.set-terms',
  `with gone as (delete from search.terms where word <> all ($1::text[]))
   insert into search.terms (word, documents) select word, documents from unnest($1::text[], $2::int[]) as x (word, documents) order by word
   on conflict (word) do update set documents = excluded.documents where search.terms.documents <> excluded.documents`,
);

const facetKey = ({ name, value }: { name: string; value: string }) => `${name}\0${value}`;

async function storeDocuments(tx: SqlTransaction, documents: readonly IndexDocument[]): Promise<void> {
  const values = documents.flatMap(({ categories, seller, facets }): FacetValue[] => [
    ...categories,
    seller,
    ...facets,
  ]);
  const known = await tx.sql.many<{ id: number; name: string; value: string }>(facetIds, [JSON.stringify(values)]);
  const ids = new Map(known.map((facet) => [facetKey(facet), facet.id]));
  const idOf = (facet: FacetValue) => ids.get(facetKey(facet));
  const rows = documents.map(({ product, categories, seller, facets, text }) => ({
    productId: product.productId,
    categoryIds: categories.map(idOf),
    sellerFacet: idOf(seller),
    facetIds: facets.map(idOf),
    price: product.price,
    rating: product.rating,
    ratingCount: product.ratingCount,
    available: product.available,
    onSale: product.onSale,
    createdAt: product.createdAt,
    revision: product.revision,
    slug: product.slug,
    title: product.title,
    tTitle: text.title,
    tSkus: text.skus,
    tHeading: text.heading,
    tFacets: text.facets,
    tBody: text.body,
    card: product.card,
  }));
  await tx.sql.execute(store, [JSON.stringify(rows)]);
}

export interface IndexChange {
  documents: readonly IndexDocument[];
  removedIds: readonly string[];
  /** Ids to tell about; none while the whole index is rebuilt. */
  toldIds: readonly string[];
  at: Date;
}

export function writeIndex(db: Database, change: IndexChange): Promise<void> {
  return withSqlTransaction(db, async (tx) => {
    if (change.documents.length > 0) {
      await storeDocuments(tx, change.documents);
      await tx.sql.execute(addTerms, [[...new Set(change.documents.flatMap(({ terms }) => terms))]]);
    }
    if (change.removedIds.length > 0) await tx.sql.execute(remove, [change.removedIds]);
    const events = change.toldIds.map((productId) => productIndexed.create({ productId }, change.at));
    await appendEvents(tx, 'search', events);
  });
}

export async function documentsExcept(db: Database, ids: readonly string[]): Promise<string[]> {
  const rows = await db.sql.many<{ id: string }>(others, [ids]);
  return rows.map(({ id }) => id);
}

/** The vocabulary becomes exactly these words. */
export async function replaceTerms(db: Database, terms: ReadonlyMap<string, number>): Promise<void> {
  await db.sql.execute(setTerms, [[...terms.keys()], [...terms.values()]]);
}

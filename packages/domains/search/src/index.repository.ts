import { appendEvents, type Database, type SqlTransaction, statement, withSqlTransaction } from '@mallhive/db';
import type { Locale } from '@mallhive/kernel';
import { type FacetValue, type IndexDocument, termsOf } from './document.ts';
import { productIndexed } from './events.ts';
import { textConfigs } from './languages.ts';

/** Numbers are given once and kept; only what is missing is inserted, so that the sequence does not run away. */
const facetIds = statement(
  'search.facet-ids',
  `with incoming as (select distinct on (name, value) name, value, label, labels from json_to_recordset($1::json) as x (name text, value text, label text, labels jsonb)),
   known as (select f.id, f.name, f.value, f.label <> i.label or f.labels <> i.labels as renamed, i.label, i.labels from search.facet_values f join incoming i using (name, value)),
   renamed as (update search.facet_values f set label = k.label, labels = k.labels from known k where k.renamed and f.id = k.id),
   added as (
     insert into search.facet_values (name, value, label, labels)
     select name, value, label, labels from incoming i where not exists (select 1 from known k where k.name = i.name and k.value = i.value) order by name, value
     on conflict (name, value) do update set label = excluded.label, labels = excluded.labels returning id, name, value)
   select id, name, value from known union all select id, name, value from added`,
);
const store = statement(
  'search.store-documents',
  `with incoming as (
     select *, search.head("tTitle", "tSkus", "tHeading", "tFacets", 'english') as head
     from json_to_recordset($1::json) as x ("productId" uuid, "categoryIds" int[], "sellerFacet" int, "facetIds" int[], skus text[],
       prices int[], "compareAt" int[], rating real, "ratingCount" int, available boolean, "createdAt" timestamptz, revision bigint,
       slug text, title text, "tTitle" text, "tSkus" text, "tHeading" text, "tFacets" text, "tBody" text, card json)
   ), written as (
     insert into search.documents as d (product_id, plain, lexemes, head, category_ids, seller_facet, facet_ids, counted_ids, skus, prices,
       compare_at, rating, rating_count, available, created_at, revision, indexed_at)
     select "productId", "tTitle", strip(head || to_tsvector('english', "tBody")), head, "categoryIds", "sellerFacet", "facetIds",
       "categoryIds" || "sellerFacet" || "facetIds", skus, prices, "compareAt", rating, "ratingCount", available, "createdAt", revision,
       clock_timestamp()
     from incoming order by "productId"
     on conflict (product_id) do update set plain = excluded.plain, lexemes = excluded.lexemes, head = excluded.head,
       category_ids = excluded.category_ids, seller_facet = excluded.seller_facet, facet_ids = excluded.facet_ids,
       counted_ids = excluded.counted_ids, skus = excluded.skus, prices = excluded.prices, compare_at = excluded.compare_at,
       rating = excluded.rating, rating_count = excluded.rating_count, available = excluded.available, created_at = excluded.created_at,
       revision = excluded.revision, indexed_at = excluded.indexed_at
     where d.revision <= excluded.revision
     returning product_id
   ), carded as (
     insert into search.entries (product_id, slug, title, card)
     select i."productId", i.slug, i.title, i.card from incoming i join written w on w.product_id = i."productId"
     on conflict (product_id) do update set slug = excluded.slug, title = excluded.title, card = excluded.card)
   select product_id as id from written`,
);
/** Languages that a product is no longer translated into go. */
const storeTexts = statement(
  'search.store-texts',
  `with incoming as (
     select *, search.head(title, skus, heading, facets, config::regconfig) as head
     from json_to_recordset($1::json) as x ("productId" uuid, locale text, config text, shown text, title text, skus text, heading text, facets text, body text)
   ), gone as (
     delete from search.texts t where t.product_id = any ($2::uuid[])
       and not exists (select 1 from incoming i where i."productId" = t.product_id and i.locale = t.locale)
   )
   insert into search.texts (product_id, locale, title, plain, lexemes, head)
   select "productId", locale, shown, title, strip(head || to_tsvector(config::regconfig, body)), head from incoming order by "productId", locale
   on conflict (product_id, locale) do update set title = excluded.title, plain = excluded.plain, lexemes = excluded.lexemes, head = excluded.head`,
);
const markStale = statement(
  'search.mark-stale',
  `insert into search.stale (product_id) select distinct unnest($1::uuid[]) order by 1
   on conflict (product_id) do update set marked_at = clock_timestamp()`,
);
const remove = statement('search.remove-documents', 'delete from search.documents where product_id = any ($1::uuid[])');
const others = statement(
  'search.other-documents',
  'select product_id as id from search.documents where product_id <> all ($1::uuid[])',
);
const addTerms = statement(
  'search.add-terms',
  `insert into search.terms (locale, word) select locale, word from unnest($1::text[], $2::text[]) as x (locale, word) order by locale, word
   on conflict (locale, word) do nothing`,
);
const setTerms = statement(
  'search.set-terms',
  `with incoming as (select * from unnest($1::text[], $2::text[], $3::int[]) as x (locale, word, documents)),
   gone as (delete from search.terms t where not exists (select 1 from incoming i where i.locale = t.locale and i.word = t.word))
   insert into search.terms (locale, word, documents) select locale, word, documents from incoming order by locale, word
   on conflict (locale, word) do update set documents = excluded.documents where search.terms.documents <> excluded.documents`,
);

const facetKey = ({ name, value }: { name: string; value: string }) => `${name}\0${value}`;
const valuesOf = ({ categories, seller, facets }: IndexDocument): FacetValue[] => [...categories, seller, ...facets];

async function storeDocuments(tx: SqlTransaction, documents: readonly IndexDocument[]): Promise<void> {
  const known = await tx.sql.many<{ id: number; name: string; value: string }>(facetIds, [
    JSON.stringify(documents.flatMap(valuesOf)),
  ]);
  const ids = new Map(known.map((facet) => [facetKey(facet), facet.id]));
  const idOf = (facet: FacetValue) => ids.get(facetKey(facet));
  const rows = documents.map(({ product, categories, seller, facets, texts, skus, skuWords, prices, compareAt }) => ({
    productId: product.productId,
    categoryIds: categories.map(idOf),
    sellerFacet: idOf(seller),
    facetIds: facets.map(idOf),
    skus,
    prices,
    compareAt,
    rating: product.rating,
    ratingCount: product.ratingCount,
    available: product.available,
    createdAt: product.createdAt,
    revision: product.revision,
    slug: product.slug,
    title: product.title,
    tTitle: texts.en.title,
    tSkus: skuWords,
    tHeading: texts.en.heading,
    tFacets: texts.en.facets,
    tBody: texts.en.body,
    card: product.card,
  }));
  const stored = new Set((await tx.sql.many<{ id: string }>(store, [JSON.stringify(rows)])).map(({ id }) => id));
  const translations = documents
    .filter(({ product }) => stored.has(product.productId))
    .flatMap(({ product, texts: { en: _, ...others }, skuWords }) =>
      Object.entries(others).map(([locale, text]) => ({
        ...text,
        locale,
        config: textConfigs[locale as Locale],
        skus: skuWords,
        productId: product.productId,
      })),
    );
  if (stored.size > 0) await tx.sql.execute(storeTexts, [JSON.stringify(translations), [...stored]]);
}

export interface IndexChange {
  documents: readonly IndexDocument[];
  removedIds: readonly string[];
  /** Ids to tell about; none while the whole index is rebuilt. */
  toldIds: readonly string[];
  /** Also noted for the outside index, which follows later. */
  staleIds: readonly string[];
  at: Date;
}

export type Terms = ReadonlyMap<string, number>;
const splitTerms = (keys: Iterable<string>) => {
  const parts = [...keys].map((key) => key.split('\0'));
  return [parts.map(([locale]) => locale), parts.map(([, word]) => word)] as const;
};
/** Language and word as one key. */
export const termKeys = (document: IndexDocument): string[] =>
  Object.entries(document.texts).flatMap(([locale, text]) => termsOf(text).map((word) => `${locale}\0${word}`));

const told = (ids: readonly string[], at: Date) => ids.map((productId) => productIndexed.create({ productId }, at));

export function writeIndex(db: Database, change: IndexChange): Promise<void> {
  return withSqlTransaction(db, async (tx) => {
    if (change.documents.length > 0) {
      await storeDocuments(tx, change.documents);
      const [termLocales, termWords] = splitTerms(new Set(change.documents.flatMap(termKeys)));
      await tx.sql.execute(addTerms, [termLocales, termWords]);
    }
    if (change.removedIds.length > 0) await tx.sql.execute(remove, [change.removedIds]);
    if (change.staleIds.length > 0) await tx.sql.execute(markStale, [change.staleIds]);
    await appendEvents(tx, 'search', told(change.toldIds, change.at));
  });
}

/** For when the outside index has followed. */
export function tellIndexed(db: Database, ids: readonly string[], at: Date): Promise<void> {
  return withSqlTransaction(db, (tx) => appendEvents(tx, 'search', told(ids, at)));
}

export async function documentsExcept(db: Database, ids: readonly string[]): Promise<string[]> {
  const rows = await db.sql.many<{ id: string }>(others, [ids]);
  return rows.map(({ id }) => id);
}

/** The vocabulary becomes exactly these words. */
export async function replaceTerms(db: Database, terms: Terms): Promise<void> {
  await db.sql.execute(setTerms, [...splitTerms(terms.keys()), [...terms.values()]]);
}

import { type Database, statement } from '@mallhive/db';
import { type Currency, currencies, locales } from '@mallhive/kernel';
import { type AttributeText, attributeText } from './attribute-text.ts';
import { cardColumns, composeCard, placeOf, type StoredCard } from './card.ts';
import type { ProductCard } from './contract.ts';

/** The ids go through a sub-select, so that PostgreSQL plans this once and not anew for each number of ids. */
const forCart = statement(
  'catalog.variants-for-cart',
  `select v.id as "variantId", v.product_id as "productId", p.slug, v.sku, v.title as "variantTitle",
     coalesce((select nullif(t.title, '') from catalog.product_translations t where t.product_id = p.id and t.locale = $4), p.title) as title,
     (select m.url from catalog.product_media m where m.product_id = p.id
      order by m.position = coalesce(v.image_index, 0) desc, m.position limit 1) as "imageUrl",
     json_build_object('id', s.seller_id, 'slug', s.slug, 'name', s.name) as seller,
     json_build_object('amount', catalog.current_price(r.amount, r.sale_amount, r.sale_starts_at, r.sale_ends_at, $3), 'currency', $2::text) as "unitPrice",
     catalog.compare_price(r.amount, r.compare_at, r.sale_amount, r.sale_starts_at, r.sale_ends_at, $3) as "compareAmount",
     v.weight_grams as "weightGrams", g.id as "categoryId", g.path as "categoryPath",
     array(select a.id from catalog.categories a where a.path = any(catalog.path_with_ancestors(g.path)) order by length(a.path) desc) as "categoryIds", g.tax_class as "taxClass", p.status = 'published' and p.moderation = 'approved' and s.status = 'approved' and v.active
       and (p.available_from is null or p.available_from <= $3) and (p.available_until is null or p.available_until > $3) as published
   from catalog.variants v
   join catalog.products p on p.id = v.product_id
   join catalog.categories g on g.id = p.category_id
   join catalog.seller_profiles s on s.seller_id = p.seller_id
   join catalog.prices r on r.variant_id = v.id and r.currency = $2
   where v.id = any (array(select unnest($1::uuid[])))`,
);

export interface CartVariantRow {
  variantId: string;
  productId: string;
  slug: string;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  seller: { id: string; slug: string; name: string };
  unitPrice: { amount: number; currency: 'EUR' | 'USD' | 'GBP' | 'JPY' };
  compareAmount: number | null;
  weightGrams: number;
  categoryId: string;
  categoryPath: string;
  categoryIds: string[];
  taxClass: string;
  published: boolean;
}

export function readVariants(db: Database, ids: readonly string[], currency: string, at: Date, locale: string) {
  return db.sql.many<CartVariantRow>(forCart, [ids, currency, at, locale]);
}

/** Whatever the seller has, also without a price and before anybody approved it. */
const forStock = statement(
  'catalog.variants-for-stock',
  `select v.id as "variantId", v.product_id as "productId", p.seller_id as "sellerId", v.sku, p.title, v.title as "variantTitle",
     (select m.url from catalog.product_media m where m.product_id = p.id
      order by m.position = coalesce(v.image_index, 0) desc, m.position limit 1) as "imageUrl"
   from catalog.variants v join catalog.products p on p.id = v.product_id
   where v.id = any (array(select unnest($1::uuid[])))`,
);

export interface VariantForStock {
  variantId: string;
  productId: string;
  sellerId: string;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
}

/** In no particular order; unknown ids are left out. */
export function variantsForStock(db: Database, ids: readonly string[]): Promise<VariantForStock[]> {
  return db.sql.many<VariantForStock>(forStock, [ids]);
}

/** $1 language, $2 place of the currency, $3 ids. The language is of the cards; other texts come in all of them. */
const forIndex = statement(
  'catalog.products-for-index',
  `select p.id as "productId", p.slug, p.title as "plainTitle", p.subtitle, p.description, p.brand, p.highlights, p.attributes, p.options, p.tags,
     (select json_agg(json_build_object('sku', v.sku, 'barcode', v.barcode, 'optionValues', v.option_values)) from catalog.variants v
      where v.product_id = p.id and v.active) as variants,
     (select json_agg(json_build_object('id', g.id, 'path', g.path, 'name', g.name, 'translations', g.translations) order by length(g.path))
      from catalog.categories g where g.path = any (c.category_paths)) as categories,
     (select json_agg(json_build_object('locale', t.locale, 'title', t.title, 'subtitle', t.subtitle, 'description', t.description,
        'highlights', to_json(t.highlights))) from catalog.product_translations t where t.product_id = p.id) as translations,
     (select json_agg(json_build_object('name', a.name, 'type', a.type, 'unit', a.unit, 'choices', a.choices, 'filterable', a.filterable,
        'translations', a.translations, 'value', p.attribute_values -> a.id::text) order by length(g.path), a.position)
      from catalog.category_attributes a join catalog.categories g on g.id = a.category_id
      where g.path = any (c.category_paths) and p.attribute_values ? a.id::text) as "ownAttributes",
     s.slug as "sellerSlug", s.name as "sellerName", c.prices as "allPrices", c.compare_at as "allCompareAt", c.rating_average as rating,
     c.rating_count as "ratingCount", c.available, catalog.iso(c.created_at) as "createdAt", c.revision, ${cardColumns('$2::int', 1)}
   from catalog.product_cards c
   join catalog.products p on p.id = c.product_id
   join catalog.seller_profiles s on s.seller_id = c.seller_id
   where c.product_id = any ($3::uuid[])`,
);

/** A characteristic as shoppers may filter by it; numbers keep their value for ranges. */
export interface IndexableAttribute {
  name: string;
  value: string;
  filterable: boolean;
  number: number | null;
  unit: string;
  /** By language, where translated. */
  names: Record<string, string>;
  values: Record<string, string>;
}

/** Everything a search index needs about one published product. */
export interface IndexableProduct {
  productId: string;
  slug: string;
  title: string;
  subtitle: string;
  description: string;
  brand: string;
  highlights: string[];
  tags: string[];
  /** Of the category, then free ones; several choices of one attribute are several entries. */
  attributes: IndexableAttribute[];
  options: { name: string; values: { value: string; swatch: string | null }[] }[];
  variants: { sku: string; barcode: string; optionValues: Record<string, string> }[];
  /** `names` by language, where translated. */
  categories: { id: string; path: string; name: string; names: Record<string, string> }[];
  /** By language, where translated; an empty text is English. */
  translations: Record<string, { title: string; subtitle: string; description: string; highlights: string[] }>;
  sellerSlug: string;
  sellerName: string;
  /** In the shop's currency; of all currencies in `prices`. */
  price: number;
  onSale: boolean;
  prices: Record<Currency, { amount: number; compareAt: number | null }>;
  rating: number;
  ratingCount: number;
  available: boolean;
  createdAt: string;
  revision: number;
  /** In English and the shop's currency. */
  card: ProductCard;
}

type Texts = Record<string, { name?: string; choices?: Record<string, string> }>;
type OwnAttribute = Omit<AttributeText, 'labels'> & { filterable: boolean; translations: Texts };

interface IndexRow
  extends StoredCard,
    Omit<IndexableProduct, 'title' | 'price' | 'card' | 'attributes' | 'categories' | 'translations'> {
  plainTitle: string;
  attributes: { name: string; value: string }[];
  ownAttributes: OwnAttribute[] | null;
  categories: { id: string; path: string; name: string; translations: Texts }[];
  translations: ({ locale: string } & IndexableProduct['translations'][string])[] | null;
  allPrices: number[];
  allCompareAt: (number | null)[];
}

const translated = (texts: Texts) =>
  Object.fromEntries(Object.entries(texts).flatMap(([locale, { name }]) => (name ? [[locale, name]] : [])));

function indexAttributes({ translations, filterable, ...attribute }: OwnAttribute): IndexableAttribute[] {
  const values = Array.isArray(attribute.value) ? attribute.value : [attribute.value];
  return values.map((value) => ({
    name: attribute.name,
    value: attributeText({ ...attribute, value, labels: null }, 'en'),
    filterable,
    number: typeof value === 'number' ? value : null,
    unit: attribute.unit,
    names: translated(translations),
    values: Object.fromEntries(
      locales
        .filter((locale) => locale !== 'en')
        .map((locale) => [
          locale,
          attributeText({ ...attribute, value, labels: translations[locale]?.choices ?? null }, locale),
        ]),
    ),
  }));
}

export async function readForIndex(
  db: Database,
  currency: Currency,
  ids: readonly string[],
): Promise<IndexableProduct[]> {
  const rows = await db.sql.many<IndexRow>(forIndex, ['en', placeOf(currency), ids]);
  return rows.map((row) => {
    const { card, title, price, compareAt, maxPrice, plainTitle, ownAttributes, allPrices, allCompareAt, ...rest } =
      row;
    const plain = { filterable: true, number: null, unit: '', names: {}, values: {} };
    const priceOf = (code: Currency, index: number) =>
      [code, { amount: allPrices[index] ?? 0, compareAt: allCompareAt[index] ?? null }] as const;
    return {
      ...rest,
      title: plainTitle,
      attributes: [
        ...(ownAttributes ?? []).flatMap(indexAttributes),
        ...row.attributes.map((free) => ({ ...free, ...plain })),
      ],
      categories: row.categories.map(({ translations, ...category }) => ({
        ...category,
        names: translated(translations),
      })),
      translations: Object.fromEntries((row.translations ?? []).map(({ locale, ...texts }) => [locale, texts])),
      price,
      onSale: compareAt !== null,
      prices: Object.fromEntries(currencies.map(priceOf)) as IndexableProduct['prices'],
      card: composeCard({ card, title, price, compareAt, maxPrice }, currency),
    };
  });
}

const publishedAfter = statement(
  'catalog.published-ids-after',
  `select product_id as id from catalog.product_cards where ($1::uuid is null or product_id > $1) order by product_id limit $2`,
);

export async function publishedIds(db: Database, after: string | null, limit: number) {
  const rows = await db.sql.many<{ id: string }>(publishedAfter, [after, limit]);
  return rows.map(({ id }) => id);
}

const sellersOf = statement(
  'catalog.sellers-of-products',
  'select id, seller_id from catalog.products where id = any ($1::uuid[])',
);

export async function readSellersOf(db: Database, productIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.sql.many<{ id: string; seller_id: string }>(sellersOf, [productIds]);
  return new Map(rows.map((row) => [row.id, row.seller_id]));
}

const categoriesOf = statement(
  'catalog.categories-of-products',
  'select id, category_id from catalog.products where id = any ($1::uuid[])',
);

export async function readCategoriesOf(db: Database, productIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.sql.many<{ id: string; category_id: string }>(categoriesOf, [productIds]);
  return new Map(rows.map((row) => [row.id, row.category_id]));
}

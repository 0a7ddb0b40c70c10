import { currencySchema, idSchema, localeSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** The shapes that cross the edge of the search domain (search and recommendations). A hit carries what a product card shows. */
const moneySchema = z.object({ amount: z.int(), currency: currencySchema });
const imageSchema = z.object({ url: z.string(), alt: z.string(), width: z.int(), height: z.int() });

/** The same shape as catalog's product card; the search index stores it whole. */
export const hitSchema = z.object({
  id: idSchema,
  slug: z.string(),
  title: z.string(),
  image: imageSchema.nullable(),
  hoverImage: imageSchema.nullable(),
  price: z.object({ current: moneySchema, compareAt: moneySchema.nullable() }),
  fromPrice: z.boolean(),
  rating: z.object({ average: z.number(), count: z.int() }),
  seller: z.object({ id: idSchema, slug: z.string(), name: z.string() }),
  available: z.boolean(),
  singleVariantId: idSchema.nullable(),
  badges: z.array(z.enum(['sale', 'new', 'bestseller', 'low-stock'])),
});
export type Hit = z.infer<typeof hitSchema>;

/** In which language and currency to answer: English and the shop's own without. */
const audience = { locale: localeSchema.optional(), currency: currencySchema.optional() };

export const sortSchema = z.enum(['relevance', 'popular', 'newest', 'price-asc', 'price-desc', 'rating']);
export type Sort = z.infer<typeof sortSchema>;

/** query search.products (public): search results and category, seller and sale listings, with facets counted over all matches. */
export const searchInput = z.object({
  ...audience,
  query: z.string().trim().max(200).default(''),
  category: z.string().max(300).optional(),
  seller: z.string().max(200).optional(),
  /** Facet name to chosen values: or within a facet, and between facets. */
  filters: z.record(z.string().max(60), z.array(z.string().max(120)).max(30)).default({}),
  priceMin: z.int().nonnegative().optional(),
  priceMax: z.int().nonnegative().optional(),
  minimumRating: z.number().min(0).max(5).optional(),
  inStock: z.boolean().default(false),
  onSale: z.boolean().default(false),
  sort: sortSchema.default('relevance'),
  /** Null, as a browser says it that asks again: from the beginning. */
  cursor: z.string().max(400).nullish(),
  limit: z.int().min(1).max(60).default(24),
});
export const facetSchema = z.object({
  name: z.string(),
  label: z.string(),
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int(), chosen: z.boolean() })),
});
export const searchOutput = z.object({
  items: z.array(hitSchema),
  total: z.int(),
  /** category, seller, and attributes such as Colour; a facet's own choice does not narrow its own counts. */
  facets: z.array(facetSchema),
  priceRange: z.object({ min: z.int(), max: z.int() }).nullable(),
  /** Set when nothing matched as typed and a corrected query was used. */
  correctedQuery: z.string().nullable(),
  /** Something matched, but little, and a query that is spelt nearly the same would find much more. */
  didYouMean: z.string().nullable(),
  /** Words that were left out, because together with them nothing matched. */
  droppedWords: z.array(z.string()),
  /** Where to go on from a search that found nothing; empty otherwise. */
  popularCategories: z.array(z.object({ path: z.string(), name: z.string(), count: z.int() })),
  nextCursor: z.string().nullable(),
});

/** query search.suggest (public): as-you-type. */
export const suggestInput = z.object({ ...audience, query: z.string().trim().min(1).max(100) });
export const suggestOutput = z.object({
  products: z.array(
    z.object({ slug: z.string(), title: z.string(), image: imageSchema.nullable(), price: moneySchema }),
  ),
  categories: z.array(z.object({ path: z.string(), name: z.string() })),
  queries: z.array(z.string()),
});
export type Suggestions = z.infer<typeof suggestOutput>;

/** Why a rail is shown; the pages have the words. */
export const railReasonSchema = z.enum([
  'also-bought',
  'bought-together',
  /** Too few orders know the product: some of it is only similar. */
  'goes-well',
  'similar',
  'trending',
  'trending-category',
  'recently-viewed',
  'cart',
  /** By what the account buys; only by what it bought last; by what was looked at. */
  'for-you',
  'for-you-bought',
  'for-you-seen',
]);
export type RailReason = z.infer<typeof railReasonSchema>;

/**
 * query search.recommend (public): a rail; empty when there is nothing sensible. `productId` or `productIds` say what it is
 * about: the page's product, those of the cart (`cart`), those looked at (`recently-viewed`, `for-you`). Never sold out.
 */
export const recommendInput = z.object({
  ...audience,
  kind: z.enum(['trending', 'also-bought', 'bought-together', 'similar', 'recently-viewed', 'cart', 'for-you']),
  productId: idSchema.optional(),
  productIds: z.array(idSchema).max(20).optional(),
  /** Path of a category, for what is popular in it. */
  category: z.string().max(300).optional(),
  limit: z.int().min(1).max(24).default(12),
});
export const recommendOutput = z.object({ items: z.array(hitSchema), reason: railReasonSchema });

/** query search.forYou (shopper): the account's own rail. `productIds`: looked at in this browser, for whom has not bought yet. */
export const forYouInput = recommendInput.pick({ locale: true, currency: true, productIds: true, limit: true });

/** query search.trendingCategories (public): the departments that sell best now, for rails `trending` with `category`. */
export const trendingCategoriesInput = z.object({ ...audience, limit: z.int().min(1).max(6).default(2) });
export const trendingCategoriesOutput = z.object({
  items: z.array(z.object({ path: z.string(), name: z.string() })),
});

/** mutation search.click (public): a result was opened. Counts only for searches that were made; `position` begins at 1. */
export const clickInput = z.object({
  query: z.string().trim().min(1).max(200),
  productId: idSchema,
  position: z.int().min(1).max(10_000),
});
export const clickOutput = z.object({});

/** query search.analytics (administrator): what was searched, opened and not found in the last `days` days. */
export const analyticsInput = z.object({ days: z.int().min(1).max(90).default(30) });
const queryFiguresSchema = z.object({
  query: z.string(),
  searches: z.int(),
  /** Results when it was last searched. */
  lastTotal: z.int(),
  /** Searches that found nothing. */
  nothing: z.int(),
  /** Searches that had to be corrected. */
  corrected: z.int(),
  clicks: z.int(),
  /** Mean place of the opened results; null without any. */
  averagePosition: z.number().nullable(),
});
export const analyticsOutput = z.object({
  totals: z.object({ searches: z.int(), nothing: z.int(), corrected: z.int(), clicks: z.int() }),
  days: z.array(z.object({ day: z.string(), searches: z.int(), clicks: z.int() })),
  top: z.array(queryFiguresSchema),
  nothingFound: z.array(queryFiguresSchema),
  /** Searched often, opened seldom. */
  ignored: z.array(queryFiguresSchema),
  /** `outside`: an engine beside the database answers; `fallback`: it should, but does not. */
  engine: z.object({ name: z.string(), state: z.enum(['own', 'outside', 'fallback']) }),
});

const synonymWords = z.array(z.string().trim().min(1).max(60)).max(20);
export const synonymSchema = z.object({
  id: idSchema,
  locale: localeSchema,
  /** `two_way`: each term finds the others; `one_way`: the terms also find the replacements, but not back. */
  kind: z.enum(['two_way', 'one_way']),
  terms: z.array(z.string()),
  replacements: z.array(z.string()),
  version: z.int(),
  updatedAt: z.iso.datetime(),
});
export type Synonym = z.infer<typeof synonymSchema>;

/** query search.synonyms (administrator): all of a language, by their first term. */
export const synonymsInput = z.object({ locale: localeSchema.default('en') });
export const synonymsOutput = z.object({ items: z.array(synonymSchema) });

/** mutation search.saveSynonym (administrator): new without a version; CONFLICT `synonym_changed` when the stored version is another. */
export const saveSynonymInput = z.object({
  id: idSchema,
  version: z.int().optional(),
  locale: localeSchema,
  kind: z.enum(['two_way', 'one_way']),
  terms: synonymWords.min(1),
  replacements: synonymWords.default([]),
});
export const saveSynonymOutput = z.object({ synonym: synonymSchema });

/** mutation search.deleteSynonym (administrator). Done already is done. */
export const deleteSynonymInput = z.object({ id: idSchema });
export const deleteSynonymOutput = z.object({});

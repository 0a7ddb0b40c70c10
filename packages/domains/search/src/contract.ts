import { currencySchema, idSchema, localeSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** The shapes that cross the edge of the search domain (search and recommendations). A hit carries what a product card shows. */
const moneySchema = z.object({ amount: z.int(), currency: z.enum(['EUR', 'USD', 'GBP', 'JPY']) });
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
  cursor: z.string().max(400).optional(),
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

/** query search.recommend (public): a rail; empty when there is nothing sensible. `reason` says why it is shown. */
export const recommendInput = z.object({
  ...audience,
  kind: z.enum(['trending', 'also-bought', 'similar', 'recently-viewed']),
  productId: idSchema.optional(),
  productIds: z.array(idSchema).max(20).optional(),
  limit: z.int().min(1).max(24).default(12),
});
export const recommendOutput = z.object({ items: z.array(hitSchema), reason: z.string() });

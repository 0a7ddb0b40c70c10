import { currencySchema, idSchema, localeSchema, moneySchema } from '@mallhive/kernel';
import { z } from 'zod';

/** What everybody may read. Every procedure here has the policy `public`; answers depend on the input alone. */

/** In which language and currency to answer: `en` and the shop's own by default. A text that is not translated is English. */
const audience = { locale: localeSchema.default('en'), currency: currencySchema.optional() };

/** An image; `url` takes `?w=<width>` of 96, 160, 320, 480, 640, 960 or 1280 and answers WebP at that width. */
export const imageSchema = z.object({ url: z.string(), alt: z.string(), width: z.int(), height: z.int() });
export type Image = z.infer<typeof imageSchema>;

/** What a shopper pays now. `compareAt` is the price before the sale and null when there is none. */
export const priceSchema = z.object({ current: moneySchema, compareAt: moneySchema.nullable() });
export type Price = z.infer<typeof priceSchema>;

export const ratingSchema = z.object({ average: z.number().min(0).max(5), count: z.int() });

export const sellerRefSchema = z.object({ id: idSchema, slug: z.string(), name: z.string() });

/** Everything a product card shows: home, listings, search, recommendations. */
export const productCardSchema = z.object({
  id: idSchema,
  slug: z.string(),
  title: z.string(),
  image: imageSchema.nullable(),
  hoverImage: imageSchema.nullable(),
  /** The lowest variant price; `fromPrice` says whether variants differ. */
  price: priceSchema,
  fromPrice: z.boolean(),
  rating: ratingSchema,
  seller: sellerRefSchema,
  available: z.boolean(),
  /** The only variant's id, when there is one variant: the card can add it to the cart. */
  singleVariantId: idSchema.nullable(),
  badges: z.array(z.enum(['sale', 'new', 'bestseller', 'low-stock'])),
});
export type ProductCard = z.infer<typeof productCardSchema>;

export const variantSchema = z.object({
  id: idSchema,
  sku: z.string(),
  /** `Oak / Large`; empty for a product without options. */
  title: z.string(),
  /** Option name to value: `{ Colour: 'Oak', Size: 'Large' }`. */
  optionValues: z.record(z.string(), z.string()),
  price: priceSchema,
  /** Units that can be sold now, in stock and on backorder, as last heard from inventory; the cart decides for real. */
  availableQuantity: z.int(),
  /** How many of them are not in stock: what is in stock is sold first. */
  backorderQuantity: z.int(),
  /** The day when those are expected, if it is known. */
  expectedOn: z.iso.date().nullable(),
  /** Of a bundle: what one of it consists of. `available` parts have a page of their own. */
  parts: z.array(
    z.object({
      variantId: idSchema,
      slug: z.string(),
      title: z.string(),
      variantTitle: z.string(),
      quantity: z.int(),
      available: z.boolean(),
    }),
  ),
  imageIndex: z.int().nullable(),
  /** All of its own pictures; the first is `imageIndex`. */
  imageIndexes: z.array(z.int()).optional(),
});
export type Variant = z.infer<typeof variantSchema>;

export const optionSchema = z.object({
  name: z.string(),
  values: z.array(z.object({ value: z.string(), /** CSS colour for swatches. */ swatch: z.string().nullable() })),
});

export const categoryRefSchema = z.object({
  id: idSchema,
  slug: z.string(),
  name: z.string(),
  /** slugs from the root, `home-living/kitchen` */ path: z.string(),
});

export const reviewSchema = z.object({
  id: idSchema,
  rating: z.int().min(1).max(5),
  title: z.string(),
  body: z.string(),
  authorName: z.string(),
  verified: z.boolean(),
  createdAt: z.iso.datetime(),
});

export const productSchema = z.object({
  id: idSchema,
  slug: z.string(),
  title: z.string(),
  subtitle: z.string(),
  /** Plain text; blank lines separate paragraphs. */
  description: z.string(),
  /** The same with its form. Sanitised by the server: p, h3, h4, ul, ol, li, strong, em, u, s, blockquote, code, pre, br, hr, a, table parts. */
  descriptionHtml: z.string().optional(),
  /** What a search engine shows: the seller's own, or title and beginning of the description. */
  seo: z.object({ title: z.string(), description: z.string() }).optional(),
  /** Can be bought from then on, and no longer from then on; null means open. The page is shown all the time. */
  availableFrom: z.iso.datetime().nullable().optional(),
  availableUntil: z.iso.datetime().nullable().optional(),
  highlights: z.array(z.string()),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })),
  brand: z.string(),
  seller: sellerRefSchema.extend({ tagline: z.string(), rating: ratingSchema }),
  /** From the root to the product's own category. */
  breadcrumbs: z.array(categoryRefSchema),
  images: z.array(imageSchema),
  options: z.array(optionSchema),
  variants: z.array(variantSchema).min(1),
  rating: ratingSchema.extend({
    /** Count of reviews with 1, 2, 3, 4, 5 stars. */ distribution: z.array(z.int()).length(5),
  }),
  /** The newest five. */
  reviews: z.array(reviewSchema),
  updatedAt: z.iso.datetime(),
});
export type Product = z.infer<typeof productSchema>;

/** query catalog.product (public). `redirectTo` is set when the slug is an old one. NOT_FOUND when unknown or not published. */
export const productInput = z.object({ slug: z.string().min(1).max(200), ...audience });
export const productOutput = z.object({
  product: productSchema,
  redirectTo: z.string().nullable(),
  /** Whether the prices hold the tax of the shop's own country already; null: not known. */
  taxIncluded: z.boolean().nullable(),
});

export const categorySchema = categoryRefSchema.extend({
  parentId: idSchema.nullable(),
  description: z.string(),
  image: imageSchema.nullable(),
  productCount: z.int(),
});
export type Category = z.infer<typeof categorySchema>;

/** query catalog.categories (public): the whole tree, flat, parents before children, ordered by position. */
export const categoriesInput = z.object(audience).prefault({});
export const categoriesOutput = z.object({ categories: z.array(categorySchema) });

/** query catalog.categoryRedirect (public): where the page of a category that was moved, renamed or merged is now; null when nowhere. */
export const categoryRedirectInput = z.object({ path: z.string().min(1).max(300) });
export const categoryRedirectOutput = z.object({ redirectTo: z.string().nullable() });

/** A characteristic that products of a category have. */
export const attributeTypeSchema = z.enum(['text', 'number', 'choice', 'multi-choice', 'boolean']);
export const attributeSchema = z.object({
  id: idSchema,
  /** The category that declares it; a descendant inherits it. */
  categoryId: idSchema,
  name: z.string(),
  type: attributeTypeSchema,
  /** For numbers: `cm`; empty when it has none. */
  unit: z.string(),
  /** For choices. `value` never changes, `label` is shown. */
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
  required: z.boolean(),
  filterable: z.boolean(),
});
export type Attribute = z.infer<typeof attributeSchema>;

/** query catalog.categoryAttributes (public): of the category and its ancestors, root first. NOT_FOUND when there is no such category. */
export const categoryAttributesInput = z.object({ categoryId: idSchema, locale: localeSchema.default('en') });
export const categoryAttributesOutput = z.object({ attributes: z.array(attributeSchema) });

/** query catalog.products (public): plain list without facets (search.products has those). At most 2 SQL statements. */
export const productsInput = z.object({
  category: z.string().max(300).optional(),
  seller: z.string().max(200).optional(),
  sort: z.enum(['newest', 'price-asc', 'price-desc', 'rating']).default('newest'),
  onSale: z.boolean().optional(),
  ids: z.array(idSchema).max(60).optional(),
  /** Null, as a browser says it that asks again: from the beginning. */
  cursor: z.string().max(400).nullish(),
  limit: z.int().min(1).max(60).default(24),
  ...audience,
});
export const productsOutput = z.object({ items: z.array(productCardSchema), nextCursor: z.string().nullable() });

export const homeInput = z.object(audience).prefault({});
/** query catalog.home (public): everything editorial on the home page in one read. */
export const homeOutput = z.object({
  featuredCategories: z.array(categorySchema),
  deals: z.array(productCardSchema),
  newArrivals: z.array(productCardSchema),
  topRated: z.array(productCardSchema),
  sellers: z.array(
    sellerRefSchema.extend({ tagline: z.string(), logoUrl: z.string(), rating: ratingSchema, productCount: z.int() }),
  ),
});

/** query catalog.seller (public): a seller's shop page. NOT_FOUND when unknown. */
export const sellerInput = z.object({ slug: z.string().min(1).max(200) });
export const sellerOutput = z.object({
  seller: sellerRefSchema.extend({
    tagline: z.string(),
    description: z.string(),
    logoUrl: z.string(),
    bannerUrl: z.string(),
    country: z.string(),
    since: z.iso.datetime(),
    /** Plain text; blank lines separate paragraphs; may be empty. */
    returnPolicy: z.string().optional(),
    rating: ratingSchema,
    productCount: z.int(),
  }),
});

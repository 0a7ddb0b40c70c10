import { idSchema, moneySchema } from '@mallhive/kernel';
import { z } from 'zod';

/** The shapes that cross the edge of the catalog domain. */

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
  /** Units that can be sold now, as last heard from inventory; the cart decides for real. */
  availableQuantity: z.int(),
  imageIndex: z.int().nullable(),
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
export const productInput = z.object({ slug: z.string().min(1).max(200) });
export const productOutput = z.object({ product: productSchema, redirectTo: z.string().nullable() });

export const categorySchema = categoryRefSchema.extend({
  parentId: idSchema.nullable(),
  description: z.string(),
  image: imageSchema.nullable(),
  productCount: z.int(),
});
export type Category = z.infer<typeof categorySchema>;

/** query catalog.categories (public): the whole tree, flat, parents before children, ordered by position. */
export const categoriesOutput = z.object({ categories: z.array(categorySchema) });

/** query catalog.products (public): plain list without facets (search.products has those). At most 2 SQL statements. */
export const productsInput = z.object({
  category: z.string().max(300).optional(),
  seller: z.string().max(200).optional(),
  sort: z.enum(['newest', 'price-asc', 'price-desc', 'rating']).default('newest'),
  onSale: z.boolean().optional(),
  ids: z.array(idSchema).max(60).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(60).default(24),
});
export const productsOutput = z.object({ items: z.array(productCardSchema), nextCursor: z.string().nullable() });

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
    rating: ratingSchema,
    productCount: z.int(),
  }),
});

/** query catalog.sellerProducts (seller): own products for the dashboard, newest first. */
export const sellerProductsInput = z.object({
  sellerId: idSchema,
  query: z.string().max(100).default(''),
  status: z.enum(['all', 'draft', 'published', 'archived']).default('all'),
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(100).default(50),
});
export const sellerProductRowSchema = z.object({
  id: idSchema,
  slug: z.string(),
  title: z.string(),
  status: z.enum(['draft', 'published', 'archived']),
  image: imageSchema.nullable(),
  price: priceSchema,
  availableQuantity: z.int(),
  variantCount: z.int(),
  version: z.int(),
  updatedAt: z.iso.datetime(),
});
export const sellerProductsOutput = z.object({
  items: z.array(sellerProductRowSchema),
  nextCursor: z.string().nullable(),
  counts: z.object({ all: z.int(), draft: z.int(), published: z.int(), archived: z.int() }),
});

/** query catalog.sellerProduct (seller): one own product for the editor, drafts too. NOT_FOUND for another seller's. */
export const sellerProductInput = z.object({ sellerId: idSchema, productId: idSchema });
export const sellerProductOutput = z.object({
  product: sellerProductRowSchema.extend({
    description: z.string(),
    variants: z.array(z.object({ id: idSchema, sku: z.string(), title: z.string(), price: priceSchema })),
  }),
});

/** mutation catalog.updateProduct (seller): CONFLICT `product_changed` when `version` is not the stored one. Prices apply to all variants named. */
export const updateProductInput = z.object({
  sellerId: idSchema,
  productId: idSchema,
  version: z.int(),
  title: z.string().trim().min(1).max(200).optional(),
  description: z.string().max(20_000).optional(),
  status: z.enum(['draft', 'published', 'archived']).optional(),
  prices: z
    .array(z.object({ variantId: idSchema, amount: z.int().positive(), compareAt: z.int().positive().nullable() }))
    .max(200)
    .optional(),
});
export const updateProductOutput = z.object({ product: sellerProductRowSchema });

/** What seed and import hand to the facade's `upsertProducts`: one product with all its parts, idempotent by (sellerId, sourceRef). */
export const productDraftSchema = z.object({
  sellerId: idSchema,
  sourceRef: z.string(),
  slug: z.string(),
  title: z.string(),
  subtitle: z.string().default(''),
  description: z.string().default(''),
  highlights: z.array(z.string()).default([]),
  attributes: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  brand: z.string().default(''),
  categoryPath: z.string(),
  status: z.enum(['draft', 'published', 'archived']).default('published'),
  createdAt: z.date().optional(),
  images: z.array(imageSchema).default([]),
  options: z.array(optionSchema).default([]),
  variants: z
    .array(
      z.object({
        sku: z.string(),
        title: z.string().default(''),
        optionValues: z.record(z.string(), z.string()).default({}),
        weightGrams: z.int().default(500),
        /** Minor units of the shop's currency; `compareAt` null when not on sale. */
        price: z.int().positive(),
        compareAt: z.int().positive().nullable().default(null),
        /** A reduction that begins and ends by itself; null on either side means open. */
        sale: z
          .object({ amount: z.int().positive(), startsAt: z.date().nullable(), endsAt: z.date().nullable() })
          .nullable()
          .default(null),
        imageIndex: z.int().nullable().default(null),
        stock: z.int().nonnegative(),
      }),
    )
    .min(1),
  reviews: z
    .array(
      z.object({
        rating: z.int().min(1).max(5),
        title: z.string(),
        body: z.string(),
        authorName: z.string(),
        createdAt: z.date(),
      }),
    )
    .default([]),
});
export type ProductDraft = z.input<typeof productDraftSchema>;
/** For `upsertCategories`: idempotent by path. */
export const categoryDraftSchema = z.object({
  path: z.string(),
  name: z.string(),
  description: z.string().default(''),
  position: z.int().default(0),
  image: imageSchema.nullable().default(null),
});
export type CategoryDraft = z.input<typeof categoryDraftSchema>;

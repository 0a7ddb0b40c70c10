import { currencySchema, idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** UTC days, both included; at most 400. */
const period = { from: z.iso.date(), to: z.iso.date() };
const count = z.int();

const steps = z.object({ visits: count, viewed: count, carted: count, checkedOut: count, ordered: count });
const by = z.enum(['day', 'device', 'source']).default('day');
/**
 * query analytics.sellerFunnel (seller) and analytics.shopFunnel (administrator; `sellerId` narrows it): how far visits came
 * that agreed to be counted. A step counts whoever came at least so far. `before` is the same number of days before.
 * Abandoned baskets are `carted - ordered`. Rows by day are in order of time, others the largest first.
 */
export const sellerFunnelInput = z.object({ sellerId: idSchema, ...period, by });
export const shopFunnelInput = z.object({ sellerId: idSchema.optional(), ...period, by });
export const funnelOutput = z.object({
  total: steps,
  before: steps,
  rows: z.array(steps.extend({ key: z.string() })),
});

/**
 * query analytics.sellerProducts (seller) and analytics.shopProducts (administrator): what became of products, without consent
 * too. `conversion` is orders per view. `lost` (minor units): views while sold out × conversion × usual price, the seller's
 * (or shop's) conversion for products with under 50 views; null where there is no price to go by.
 */
const products = {
  ...period,
  sort: z.enum(['views', 'revenue', 'lost', 'soldOutViews']).default('views'),
  limit: z.int().min(1).max(200).default(50),
};
export const sellerProductsInput = z.object({ sellerId: idSchema, ...products });
export const shopProductsInput = z.object({ sellerId: idSchema.optional(), ...products });
export const productsOutput = z.object({
  currency: currencySchema,
  products: z.array(
    z.object({
      productId: idSchema,
      sellerId: idSchema,
      /** Of the last sale; null: never sold. */
      title: z.string().nullable(),
      views: count,
      adds: count,
      removes: count,
      soldOutViews: count,
      orders: count,
      units: count,
      revenue: count,
      conversion: z.number(),
      lost: count.nullable(),
    }),
  ),
});

/** query analytics.searchTerms (administrator): what was searched for most; `empty` searches found nothing. */
export const searchTermsInput = z.object({
  ...period,
  only: z.enum(['all', 'empty', 'not-clicked']).default('all'),
  limit: z.int().min(1).max(200).default(50),
});
export const searchTermsOutput = z.object({
  terms: z.array(z.object({ term: z.string(), searches: count, empty: count, clicks: count })),
});

/** query analytics.rails (administrator): how often each rail of recommendations was seen, and what of it was opened. */
export const railsInput = z.object(period);
export const railsOutput = z.object({ rails: z.array(z.object({ rail: z.string(), shown: count, clicked: count })) });

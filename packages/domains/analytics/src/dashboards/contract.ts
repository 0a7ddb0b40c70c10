import { currencySchema, idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** A period of whole UTC days, both ends within it; at most three years. */
const periodShape = { from: z.iso.date(), to: z.iso.date() };
const dayMs = 86_400_000;
const isPeriod = ({ from, to }: { from: string; to: string }) => {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  return days >= 0 && days < 1_096;
};
const wrongPeriod = { error: 'The period must begin before it ends, and be no longer than three years.' };

/** seller: their own figures. */
export const sellerPeriodInput = z.object({ sellerId: idSchema, ...periodShape }).refine(isPeriod, wrongPeriod);
/** administrator: the whole shop, or one seller of it. */
export const shopPeriodInput = z
  .object({ sellerId: idSchema.nullable().default(null), ...periodShape })
  .refine(isPeriod, wrongPeriod);

/** Money in minor units. `net` = gross − discount + shipping + tax on top − refunded: what shoppers paid and did not get back. */
const moneySchema = z.object({
  orders: z.int(),
  units: z.int(),
  gross: z.int(),
  discount: z.int(),
  shipping: z.int(),
  /** Of sales less of refunds; within `net`. */
  tax: z.int(),
  paid: z.int(),
  refunded: z.int(),
  net: z.int(),
});

/** analytics.sellerSales, analytics.shopSales */
export const salesOutput = z.object({
  currency: currencySchema,
  from: z.iso.date(),
  to: z.iso.date(),
  /** Of as many days, right before. */
  before: z.object({ from: z.iso.date(), to: z.iso.date() }),
  totals: moneySchema,
  totalsBefore: moneySchema,
  days: z.array(
    moneySchema.extend({
      day: z.iso.date(),
      netBefore: z.int(),
      /** Far from what this weekday usually brings; null: as usual, or too little is known. */
      unusual: z.enum(['high', 'low']).nullable(),
      /** The usual of that weekday; null: too little is known. */
      usual: z.int().nullable(),
    }),
  ),
  countries: z.array(z.object({ country: z.string(), orders: z.int(), net: z.int(), netBefore: z.int() })),
  categories: z.array(
    z.object({ categoryId: idSchema.nullable(), units: z.int(), revenue: z.int(), revenueBefore: z.int() }),
  ),
});

const productSchema = z.object({
  productId: idSchema,
  title: z.string(),
  units: z.int(),
  /** Goods less discount. */
  revenue: z.int(),
  unitsBefore: z.int(),
  revenueBefore: z.int(),
});
/** analytics.sellerProductSales, analytics.shopProductSales: what sold best, and what fell most against the period before. */
export const productSalesOutput = z.object({
  currency: currencySchema,
  top: z.array(productSchema),
  falling: z.array(productSchema),
});

/** analytics.sellerShoppers, analytics.shopShoppers: the cohorts whose first month is in the period. */
export const shoppersOutput = z.object({
  currency: currencySchema,
  shoppers: z.int(),
  /** Of them: who ever bought a second time. */
  repeaters: z.int(),
  /** Months of the period: who bought, and who of them had bought in an earlier month. */
  months: z.array(z.object({ month: z.iso.date(), shoppers: z.int(), returning: z.int() })),
  cohorts: z.array(
    z.object({
      month: z.iso.date(),
      shoppers: z.int(),
      repeaters: z.int(),
      /** By months after the first, without gaps. */
      after: z.array(z.object({ shoppers: z.int(), total: z.int() })),
    }),
  ),
});

/** analytics.shopSellers (administrator) */
export const shopSellersInput = z.object(periodShape).refine(isPeriod, wrongPeriod);
export const shopSellersOutput = z.object({
  currency: currencySchema,
  sellers: z.array(
    z.object({
      sellerId: idSchema,
      orders: z.int(),
      units: z.int(),
      net: z.int(),
      netBefore: z.int(),
      refunded: z.int(),
    }),
  ),
});

/** analytics.sellerLive, analytics.shopLive: today in `timeZone` up to now, beside the same time yesterday and a week ago. */
const timeZone = z.string().max(60).default('Europe/London');
export const sellerLiveInput = z.object({ sellerId: idSchema, timeZone });
export const shopLiveInput = z.object({ timeZone });
const soFarSchema = z.object({ orders: z.int(), units: z.int(), total: z.int() });
export const liveOutput = z.object({
  currency: currencySchema,
  at: z.iso.datetime(),
  today: soFarSchema,
  /** Until the same hour. */
  yesterday: soFarSchema,
  weekAgo: soFarSchema,
  /** Of this hour and the one before. */
  ordersPerMinute: z.number(),
  hours: z.array(z.object({ hour: z.int(), today: z.int(), yesterday: z.int(), weekAgo: z.int() })).length(24),
  top: z.array(z.object({ productId: idSchema, title: z.string(), units: z.int(), revenue: z.int() })),
});

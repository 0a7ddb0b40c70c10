import { currencySchema, idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** The shapes that cross the edge of the analytics domain. */
export const behaviourEventSchema = z.object({
  id: idSchema,
  type: z.enum(['page_view', 'product_view', 'search', 'add_to_cart', 'checkout_started']),
  at: z.iso.datetime(),
  path: z.string().max(500),
  productId: idSchema.optional(),
  query: z.string().max(200).optional(),
});
/** mutation analytics.track (public): a batch; an event seen before (same id) is ignored. */
export const trackInput = z.object({ visitorId: idSchema, events: z.array(behaviourEventSchema).min(1).max(50) });
export const trackOutput = z.object({ accepted: z.int() });

/** query analytics.sellerToday (seller): own sales of the current day in `timeZone`, with yesterday's to compare and one figure per hour; and the last 30 days. Paid orders only. */
export const sellerTodayInput = z.object({ sellerId: idSchema, timeZone: z.string().max(60).default('Europe/London') });
const figuresSchema = z.object({ revenue: z.int(), orders: z.int(), units: z.int(), productViews: z.int() });
export const sellerTodayOutput = z.object({
  currency: currencySchema,
  today: figuresSchema,
  yesterday: figuresSchema,
  hourly: z.array(z.object({ hour: z.int(), today: z.int(), yesterday: z.int() })).length(24),
  daily: z.array(z.object({ date: z.iso.date(), revenue: z.int(), orders: z.int() })).length(30),
  topProducts: z.array(z.object({ productId: idSchema, title: z.string(), units: z.int(), revenue: z.int() })),
});

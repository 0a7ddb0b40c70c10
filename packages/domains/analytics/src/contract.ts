import { currencySchema, idSchema } from '@mallhive/kernel';
import { z } from 'zod';

export { type BehaviourBatch, behaviourBatchSchema } from './collect/contract.ts';

/** The shapes that cross the edge of the analytics domain. */

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

import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** What PostgreSQL cannot keep (half of a pair, control characters) must not spoil the insert that others share. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const clean = (text: string) => text.toWellFormed().replace(/[\u0000-\u001f]+/g, ' ');
const base = { id: idSchema, at: z.iso.datetime(), path: z.string().max(500).transform(clean) };
const rail = z.string().regex(/^[a-z0-9-]{1,40}$/);
const query = z.string().trim().min(1).max(200).transform(clean);
const found = { productId: idSchema };
const event = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ ...base, type: z.literal(type), ...shape });

/** What a browser tells of a visit. A type never changes its meaning: another meaning is another version of the batch. */
const behaviourEventSchema = z.discriminatedUnion('type', [
  event('page_view', {}),
  event('product_view', found),
  /** A product was looked at that cannot be bought now. */
  event('stock_out_seen', found),
  event('search', { query, results: z.int().min(0).max(10_000_000) }),
  event('search_click', { query, ...found }),
  event('add_to_cart', found),
  event('remove_from_cart', found),
  event('checkout_started', {}),
  event('checkout_step', { step: z.literal('payment') }),
  event('order_placed', { orderId: idSchema }),
  event('rail_shown', { rail, productId: idSchema.optional() }),
  event('rail_clicked', { rail, productId: idSchema }),
]);

/** Body of `POST /api/events`. Without consent `visitorId` is null, and where the visit came from is not told. */
export const behaviourBatchSchema = z.object({
  v: z.literal(1),
  visitorId: idSchema.nullable(),
  /** Host of the page that led here; empty: typed in, or from the shop itself. */
  referrer: z.string().max(200).default(''),
  /** `utm_medium` or, without it, `utm_source` of the address the visit began with. */
  campaign: z.string().max(80).default(''),
  events: z.array(behaviourEventSchema).min(1).max(50),
});
export type BehaviourBatch = z.output<typeof behaviourBatchSchema>;

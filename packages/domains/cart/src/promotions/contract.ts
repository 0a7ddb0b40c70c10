import { currencySchema, idSchema, moneySchema } from '@mallhive/kernel';
import { z } from 'zod';

/** The shapes of promotions: what a cart gets, and what sellers and administrators write. */
const kind = z.enum(['percent', 'amount', 'free_shipping', 'buy_x_get_y']);
const bearer = z.enum(['seller', 'marketplace']);
/** By currency, in minor units. */
const amounts = z.partialRecord(currencySchema, z.int().min(1).max(100_000_000));

/** Why a code does not count right now; `minimum`: the goods it is for cost too little. */
export const couponReasonSchema = z.enum([
  'not_started',
  'ended',
  'used_up',
  'used_by_customer',
  'currency',
  'no_such_goods',
  'minimum',
  'not_combinable',
  'no_effect',
]);

/** A promotion that counts. `saves` is off goods; freight is taken off in checkout. */
export const cartPromotionSchema = z.object({
  promotionId: idSchema,
  title: z.string(),
  kind,
  /** Null when it needs none. */
  code: z.string().nullable(),
  saves: moneySchema,
});
/** A code that the cart carries and that does not count now; what changed, or is missing. */
export const refusedCouponSchema = z.object({
  code: z.string(),
  title: z.string(),
  reason: couponReasonSchema,
  minimum: moneySchema.nullable(),
});
export type RefusedCoupon = z.infer<typeof refusedCouponSchema>;

/** At least three, at most 32: capitals, digits, `-` and `_`; typed in any case. */
export const couponCodeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9_-]{2,31}$/);

const rules = z.object({
  title: z.string().trim().min(2).max(80),
  kind,
  percentBp: z.int().min(0).max(10_000).default(0),
  amounts: amounts.default({}),
  buyQuantity: z.int().min(0).max(99).default(0),
  getQuantity: z.int().min(0).max(99).default(0),
  minimums: amounts.default({}),
  productIds: z.array(idSchema).max(200).default([]),
  categoryIds: z.array(idSchema).max(50).default([]),
  currencies: z.array(currencySchema).max(4).default([]),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime().nullable().default(null),
  /** Without codes it counts by itself. */
  codes: z.array(couponCodeSchema).max(50).default([]),
  exclusive: z.boolean().default(false),
  priority: z.int().min(-100).max(100).default(0),
  limitTotal: z.int().min(1).max(10_000_000).nullable().default(null),
  limitCustomer: z.int().min(1).max(1_000).nullable().default(null),
});
const complete: { check: (input: z.output<typeof rules>) => boolean; path: string }[] = [
  { path: 'percentBp', check: (input) => input.kind !== 'percent' || input.percentBp > 0 },
  {
    path: 'amounts',
    check: (input) => input.kind !== 'amount' || Object.values(input.amounts).some((amount) => amount > 0),
  },
  {
    path: 'getQuantity',
    check: ({ kind: what, buyQuantity, getQuantity, percentBp }) =>
      what !== 'buy_x_get_y' || (buyQuantity > 0 && getQuantity > 0 && percentBp > 0),
  },
  { path: 'endsAt', check: ({ startsAt, endsAt }) => endsAt === null || Date.parse(endsAt) > Date.parse(startsAt) },
];
function refine<Shape extends z.ZodType<z.output<typeof rules>>>(schema: Shape): Shape {
  return schema.superRefine((input, context) => {
    for (const { path, check } of complete) {
      if (!check(input))
        context.addIssue({ code: 'custom', path: [path], message: 'This does not fit the promotion.' });
    }
  });
}

const state = z.enum(['scheduled', 'active', 'ended', 'paused', 'archived']);
export const promotionSchema = rules.extend({
  id: idSchema,
  bearer,
  state,
  version: z.int(),
  /** `held` by checkouts that are being paid; `overLimit` are among the taken. */
  uses: z.object({ held: z.int(), taken: z.int(), overLimit: z.int() }),
  /** What orders saved on goods by it. */
  saved: z.array(moneySchema),
});
export type Promotion = z.infer<typeof promotionSchema>;

/** query cart.promotions (seller), cart.shopPromotions (administrator): newest first, the archived last; at most 300. */
export const promotionsInput = z.object({ sellerId: idSchema });
export const shopPromotionsInput = z.object({}).optional();
export const promotionsOutput = z.object({ promotions: z.array(promotionSchema) });

/**
 * mutation cart.savePromotion (seller: owners and managers), cart.saveShopPromotion (administrator): makes the promotion with the
 * id that the caller chose (again: harmless), or changes `version` of it. CONFLICT `promotion_changed` {version}, `code_taken`
 * {codes}; UNPROCESSABLE `limit_below_uses` {used}, `promotion_limit`; NOT_FOUND `promotion_not_found`.
 */
const saved = rules.extend({ id: idSchema, version: z.int().min(1).nullable().default(null) });
export const savePromotionInput = refine(saved.extend({ sellerId: idSchema }));
export const saveShopPromotionInput = refine(saved.extend({ bearer: bearer.default('marketplace') }));
export const promotionOutput = z.object({ promotion: promotionSchema });

/** mutation cart.setPromotionStatus (seller: owners and managers), cart.setShopPromotionStatus (administrator). What is being paid keeps its price. */
const wanted = { id: idSchema, status: z.enum(['active', 'paused', 'archived']) };
export const setPromotionStatusInput = z.object({ sellerId: idSchema, ...wanted });
export const setShopPromotionStatusInput = z.object(wanted);

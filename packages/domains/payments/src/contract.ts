import { idSchema, moneySchema } from '@mallhive/kernel';
import { z } from 'zod';

/** The shapes that cross the edge of the payments domain. */
export const paymentStatusSchema = z.enum([
  'requires_method',
  'requires_action',
  'processing',
  'authorised',
  'captured',
  'failed',
  'cancelled',
  'refunded',
  'partially_refunded',
]);
export type PaymentStatus = z.infer<typeof paymentStatusSchema>;

/**
 * query payments.providers (public): what checkout can offer, in order. Paid in our own card form (`payments.confirmTest`),
 * on a page of the provider (`payments.startApproval`), or in an element that the provider's script draws.
 */
export const providersOutput = z.object({
  providers: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kind: z.enum(['card_form', 'redirect', 'element']),
      publishableKey: z.string().nullable(),
    }),
  ),
});

/**
 * mutation payments.confirmTest (public): what the card form of the built-in test provider posts, with the payment's client secret.
 * 4242 4242 4242 4242 succeeds; 4000 0000 0000 0002 is declined (`card_declined`); 4000 0000 0000 9995 `insufficient_funds`;
 * 4000 0000 0000 0069 `expired_card`; 4000 0025 0000 3155 needs a second step (`actionUrl`). NOT_FOUND for a wrong secret.
 */
export const confirmTestInput = z.object({
  paymentId: idSchema,
  clientSecret: z.string().min(10).max(200),
  card: z.object({
    number: z.string().regex(/^[\d ]{12,23}$/),
    expiry: z.string().regex(/^\d{2}\s*\/\s*\d{2}$/),
    cvc: z.string().regex(/^\d{3,4}$/),
  }),
  returnUrl: z.string().max(500),
});
export const confirmOutput = z.object({
  status: paymentStatusSchema,
  actionUrl: z.string().nullable(),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
});

/**
 * mutation payments.startApproval (public): where the shopper agrees on a page of the provider (`actionUrl`), for providers
 * of the kind `redirect`. It comes back to `returnUrl`, an address of the shop, with `payment_result=approved|cancelled`;
 * then `payments.status` tells. `actionUrl` null: there is nothing to agree to any more, `status` says why.
 * NOT_FOUND for a wrong secret; BAD_REQUEST `return_url_invalid`.
 */
export const startApprovalInput = z.object({
  paymentId: idSchema,
  clientSecret: z.string().min(10).max(200),
  returnUrl: z.string().max(500),
});

/** query payments.status (public): asks the provider when our own row is not final yet; completes the order if it is. For the browser's return. */
export const statusInput = z.object({ paymentId: idSchema, clientSecret: z.string().min(10).max(200) });
export const statusOutput = z.object({
  status: paymentStatusSchema,
  amount: moneySchema,
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
});

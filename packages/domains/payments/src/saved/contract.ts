import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/** query payments.savedMethods (shopper): what the caller let providers keep, to pay with again. Empty when a provider does not answer. */
export const savedMethodsOutput = z.object({
  methods: z.array(
    z.object({
      provider: z.string(),
      id: z.string(),
      label: z.string().describe('`Visa 4242`'),
      expires: z.string().nullable().describe('`08/29`; null for what does not expire'),
      isDefault: z.boolean().describe('What the person wants to pay with first: the first of the list'),
    }),
  ),
});

/** mutation payments.chooseSavedMethod (shopper): the one to pay with first. NOT_FOUND for another person's, and for one that is gone. */
export const chooseSavedMethodInput = z.object({ provider: z.string().max(40), methodId: z.string().min(1).max(200) });
export const chooseSavedMethodOutput = z.object({ chosen: z.literal(true) });

/**
 * mutation payments.claim (shopper): before it is confirmed, a payment becomes the caller's at its provider, so that it can
 * be paid with something kept there. `save`: what it is paid with is kept. NOT_FOUND for a wrong secret; CONFLICT
 * `payment_over` when it is not open any more.
 */
export const claimInput = z.object({
  paymentId: idSchema,
  clientSecret: z.string().min(10).max(200),
  save: z.boolean(),
});
export const claimOutput = z.object({ claimed: z.boolean().describe('False where the provider keeps nothing') });

/** mutation payments.removeSavedMethod (shopper): NOT_FOUND for another person's, and for one that is gone. */
export const removeSavedMethodInput = z.object({ provider: z.string().max(40), methodId: z.string().min(1).max(200) });
export const removeSavedMethodOutput = z.object({ removed: z.literal(true) });

import { currencySchema, idSchema } from '@mallhive/kernel';
import { z } from 'zod';
import { cartOutput } from '../contract.ts';

/** query cart.waits (shopper): which of these variants the caller is told of when they are back. */
export const waitsInput = z.object({ variantIds: z.array(idSchema).min(1).max(100) });
export const waitsOutput = z.object({ variantIds: z.array(idSchema) });

/**
 * mutation cart.waitForStock (shopper): tell me when it is back; a repeat is harmless. NOT_FOUND `variant_unavailable`;
 * CONFLICT `in_stock` (it is there), `too_many_waits` {maximum}.
 */
export const waitForStockInput = z.object({ variantId: idSchema, currency: currencySchema.optional() });
export const waitForStockOutput = z.object({ waiting: z.literal(true) });

/** mutation cart.stopWaiting (shopper): own ones; a repeat is harmless. */
export const stopWaitingInput = z.object({ variantId: idSchema });
export const stopWaitingOutput = z.object({ waiting: z.literal(false) });

/**
 * mutation cart.restore (public): puts what was in the cart of a message's link into the caller's own; a repeat is
 * harmless. `restored`: how many lines; what is sold out by now is left out. NOT_FOUND `restore_link_invalid`, also when
 * it is over or the cart became an order.
 */
export const restoreCartInput = z.object({ token: z.string().min(1).max(300), currency: currencySchema.optional() });
export const restoreCartOutput = cartOutput.extend({ restored: z.int().nonnegative() });

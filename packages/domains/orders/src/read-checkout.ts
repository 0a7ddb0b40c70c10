import { isAppError } from '@mallhive/kernel';
import type { Checkout } from './contract.ts';
import type { Deps } from './deps.ts';
import { checkoutNotFound } from './errors.ts';
import { owns } from './owner.ts';
import type { Shopper } from './ports.ts';
import { showCompleted, showOpen } from './view-checkout.ts';

function withoutCart(error: unknown): null {
  if (isAppError(error) && error.code === 'unavailable') return null;
  throw error;
}

export async function readCheckout(deps: Deps, shopper: Shopper, checkoutId: string): Promise<Checkout> {
  const checkout = await deps.checkouts.find(checkoutId);
  if (!checkout || !owns(shopper, checkout)) throw checkoutNotFound();
  const asked = deps.cart.forCheckout({ cartId: checkout.cartId }, checkout);
  // What was ordered can be shown and paid also while carts cannot be reached.
  if (checkout.order) {
    return showCompleted(deps, { ...checkout, order: checkout.order }, await asked.catch(withoutCart));
  }
  return showOpen(deps, checkout, await asked);
}

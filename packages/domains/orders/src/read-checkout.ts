import type { Checkout } from './contract.ts';
import type { Deps } from './deps.ts';
import { checkoutNotFound } from './errors.ts';
import { owns } from './owner.ts';
import type { Shopper } from './ports.ts';
import { showCompleted, showOpen } from './view-checkout.ts';

export async function readCheckout(deps: Deps, shopper: Shopper, checkoutId: string): Promise<Checkout> {
  const checkout = await deps.checkouts.find(checkoutId);
  if (!checkout || !owns(shopper, checkout)) throw checkoutNotFound();
  const cart = await deps.cart.forCheckout({ cartId: checkout.cartId }, checkout);
  if (checkout.order) return showCompleted(deps, { ...checkout, order: checkout.order }, cart);
  return showOpen(deps, checkout, cart);
}

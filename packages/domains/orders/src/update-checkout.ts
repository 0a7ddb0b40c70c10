import type { z } from 'zod';
import type { Checkout, updateCheckoutInput } from './contract.ts';
import type { Deps } from './deps.ts';
import { checkoutCompleted, checkoutExpired, checkoutNotFound } from './errors.ts';
import { owns } from './owner.ts';
import type { Shopper } from './ports.ts';
import { showOpen } from './view-checkout.ts';

export async function updateCheckout(
  deps: Deps,
  shopper: Shopper,
  { checkoutId, country, shipping = {} }: z.output<typeof updateCheckoutInput>,
): Promise<Checkout> {
  const checkout = await deps.checkouts.find(checkoutId);
  if (!checkout || !owns(shopper, checkout)) throw checkoutNotFound();
  const now = deps.clock.now();
  if (checkout.expiresAt <= now) throw checkoutExpired();
  // Refuses a country we do not deliver to before anything is stored.
  if (country) await deps.payments.quote(country.toUpperCase(), checkout.currency);
  const updated = await deps.checkouts.update(checkoutId, { country: country?.toUpperCase() ?? null, shipping, now });
  if (!updated) throw checkoutCompleted();
  return showOpen(deps, updated, await deps.cart.forCheckout({ cartId: updated.cartId }));
}

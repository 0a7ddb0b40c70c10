import type { z } from 'zod';
import { cancelOrder } from './cancel-order.ts';
import type { CheckoutWithOrder } from './checkout.repository.ts';
import type { StoredCheckout } from './checkout.ts';
import type { Checkout, updateCheckoutInput } from './contract.ts';
import { checkoutLifetimeMs, type Deps } from './deps.ts';
import { checkoutCompleted, checkoutExpired, checkoutNotFound } from './errors.ts';
import { owns } from './owner.ts';
import type { Shopper } from './ports.ts';
import { showOpen } from './view-checkout.ts';

/**
 * Country and shipping of what is about to be ordered. When it was ordered and waits for payment, that order is given up and
 * a new checkout of the same cart carries the change; once paid nothing can be changed.
 */
export async function updateCheckout(
  deps: Deps,
  shopper: Shopper,
  { checkoutId, country, shipping = {} }: z.output<typeof updateCheckoutInput>,
): Promise<Checkout> {
  const found = await deps.checkouts.find(checkoutId);
  if (!found || !owns(shopper, found)) throw checkoutNotFound();
  const now = deps.clock.now();
  if (!found.order && found.expiresAt <= now) throw checkoutExpired();
  // Refuses what is no country before anything is stored.
  if (country) await deps.payments.quote({ country: country.toUpperCase(), currency: found.currency, parcels: [] });
  const open = found.order ? await reopen(deps, found, found.order.id) : found;
  const kept = found.order ? { ...found.shipping, ...shipping } : shipping;
  const updated = await deps.checkouts.update(open.id, {
    country: country?.toUpperCase() ?? null,
    shipping: kept,
    now,
  });
  if (!updated) throw checkoutCompleted();
  return showOpen(deps, updated, await deps.cart.forCheckout({ cartId: updated.cartId }, updated));
}

async function reopen(deps: Deps, checkout: CheckoutWithOrder, orderId: string): Promise<StoredCheckout> {
  const cart = await deps.cart.forCheckout({ cartId: checkout.cartId });
  if (cart?.status !== 'active') throw checkoutCompleted();
  const { cancelled } = await cancelOrder(deps, { orderId, reason: 'replaced' });
  if (!cancelled && checkout.order?.status !== 'cancelled') throw checkoutCompleted();
  const now = deps.clock.now();
  const { cartId, userId, tokenHash, country, currency, locale } = checkout;
  const expiresAt = new Date(now.getTime() + checkoutLifetimeMs);
  return deps.checkouts.open({ cartId, userId, tokenHash, country, currency, locale, now, expiresAt });
}

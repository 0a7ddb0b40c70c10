import { defaultLocale } from '@mallhive/kernel';
import type { z } from 'zod';
import { cancelOrder } from './cancel-order.ts';
import type { Checkout, startCheckoutInput } from './contract.ts';
import { checkoutLifetimeMs, type Deps } from './deps.ts';
import { cartEmpty } from './errors.ts';
import { orderTransitions } from './order-state.ts';
import { ownerKey } from './owner.ts';
import type { CheckoutCart, Shopper } from './ports.ts';
import { showCompleted, showOpen } from './view-checkout.ts';

type Input = z.output<typeof startCheckoutInput>;

/**
 * The same cart gives the same open checkout. A cart whose order still waits for payment gives that checkout again, so that
 * a reload goes on where it was; a cart changed since then, or looked at in another currency, gives up that order and begins a new checkout.
 */
export async function startCheckout(
  deps: Deps,
  shopper: Shopper,
  { country, currency, locale = defaultLocale }: Pick<Input, 'country'> & Partial<Input>,
): Promise<Checkout> {
  const cart = await deps.cart.forCheckout({ owner: shopper }, { currency, locale });
  if (!cart || cart.lines.length === 0) throw cartEmpty();
  const pending = await resume(deps, cart);
  if (pending) return pending;

  const now = deps.clock.now();
  const checkout = await deps.checkouts.open({
    ...ownerKey(shopper),
    cartId: cart.id,
    country: country.toUpperCase(),
    currency: cart.currency,
    locale,
    now,
    expiresAt: new Date(now.getTime() + checkoutLifetimeMs),
  });
  return showOpen(deps, checkout, cart);
}

async function resume(deps: Deps, cart: CheckoutCart): Promise<Checkout | null> {
  const completed = await deps.checkouts.completedOfCart(cart.id);
  const order = completed?.order;
  if (!order || order.status === 'cancelled') return null;
  const waiting = orderTransitions[order.status].pay !== undefined;
  const same = completed.cartVersion === cart.version && completed.currency === cart.currency;
  if (waiting && same) return showCompleted(deps, { ...completed, order }, cart);
  if (waiting) {
    const given = await cancelOrder(deps, { orderId: order.id, reason: 'replaced' });
    if (given.cancelled) return null;
  }
  // Paid already: what is left is a cart that should be closed.
  await deps.cart.close(cart.id);
  throw cartEmpty();
}

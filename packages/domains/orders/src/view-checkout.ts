import { accessTokenFor } from './access-token.ts';
import type { CheckoutWithOrder } from './checkout.repository.ts';
import { quoteInput, type StoredCheckout, totalsOf, viewCheckout } from './checkout.ts';
import type { Checkout } from './contract.ts';
import type { Deps } from './deps.ts';
import { viewSubOrder } from './order-view.ts';
import type { CheckoutCart } from './ports.ts';
import { savingsOf } from './savings.ts';

export async function showOpen(deps: Deps, checkout: StoredCheckout, cart: CheckoutCart | null): Promise<Checkout> {
  const quote = await deps.payments.quote(quoteInput(checkout, cart));
  return viewCheckout(checkout, cart, quote, deps.clock.now());
}

/** A completed checkout shows what was ordered, whatever became of the cart; the cart tells what else it could be sent by. */
export async function showCompleted(
  deps: Deps,
  { id, country, currency, order }: CheckoutWithOrder & { order: NonNullable<CheckoutWithOrder['order']> },
  cart: CheckoutCart | null,
): Promise<Checkout> {
  const quote = await deps.payments.quote(quoteInput({ country, currency }, cart));
  const methodsOf = new Map(quote.parcels.map(({ sellerId, methods }) => [sellerId, methods]));
  return {
    id,
    status: order.status === 'cancelled' ? 'expired' : 'completed',
    currency,
    country,
    parcels: order.subOrders.map((subOrder) => {
      const { seller, lines, shippingMethod } = viewSubOrder(subOrder, currency);
      return {
        seller,
        lines: lines.map(
          ({ variantId, productId, slug, title, variantTitle, imageUrl, quantity, unitPrice, total }) => ({
            variantId,
            productId,
            slug,
            title,
            variantTitle,
            imageUrl,
            quantity,
            unitPrice,
            total,
          }),
        ),
        shippingMethods: methodsOf.get(seller.id) ?? [],
        chosenShipping: shippingMethod,
      };
    }),
    totals: totalsOf(order, currency),
    savings: savingsOf(
      order.subOrders.flatMap(({ discounts }) => discounts),
      currency,
    ),
    refusedCoupons: [],
    revision: '',
    notices: [],
    order: { id: order.id, accessToken: accessTokenFor(deps.accessTokenSecret, order.id) },
  };
}

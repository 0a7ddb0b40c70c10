import { money } from '@mallhive/kernel';
import type { z } from 'zod';
import { accessTokenFor, hashAccessToken } from './access-token.ts';
import { buildOrder } from './build-order.ts';
import type { CheckoutWithOrder } from './checkout.repository.ts';
import { type PricedCheckout, priceCheckout, quoteInput, sumOf } from './checkout.ts';
import type { placeInput, placeOutput } from './contract.ts';
import { type Deps, reservationGraceMs } from './deps.ts';
import {
  cartEmpty,
  checkoutChanged,
  checkoutExpired,
  checkoutNotFound,
  deliveryUnavailable,
  promotionGone,
  providerUnknown,
  stockInsufficient,
} from './errors.ts';
import type { OrderDocument } from './order.ts';
import { owns } from './owner.ts';
import type { CheckoutCart, Shopper } from './ports.ts';
import { bearersOf } from './savings.ts';

type Input = z.output<typeof placeInput>;

/**
 * Reserve, create the order, create its payment; each step idempotent by the checkout, so that a repeat or a crash in
 * between ends in the same order. Nothing is held open across the steps.
 */
export async function placeOrder(deps: Deps, shopper: Shopper, input: Input): Promise<z.output<typeof placeOutput>> {
  const checkout = await deps.checkouts.find(input.checkoutId);
  if (!checkout || !owns(shopper, checkout)) throw checkoutNotFound();
  if (!(await deps.payments.providers()).some(({ code }) => code === input.provider))
    throw providerUnknown(input.provider);
  const order = checkout.order
    ? await again(deps, checkout.order, input)
    : await create(deps, shopper, checkout, input);
  const payment = await deps.payments.create({
    orderId: order.id,
    provider: input.provider,
    currency: order.currency,
    country: order.country,
    ...(input.payWith && { instruments: { userId: shopper.userId, ...input.payWith } }),
    parts: order.subOrders.map((part) => ({
      sellerId: part.seller.id,
      subOrderId: part.id,
      number: part.number,
      items: part.items - part.discount,
      shipping: part.shipping - part.shippingDiscount,
      tax: part.tax,
      taxIncluded: order.taxIncluded,
      lines: part.lines.map(({ id: orderLineId, categoryIds, total, discount }) => ({
        orderLineId,
        categoryIds,
        net: total - discount,
      })),
      discounts: bearersOf(part.discounts),
    })),
  });
  const { id, provider, clientSecret, status, amount, covered = 0, currency } = payment;
  return {
    order: { id: order.id, number: order.number, accessToken: accessTokenFor(deps.accessTokenSecret, order.id) },
    payment: { id, provider, clientSecret: clientSecret ?? '', amount: money(amount - covered, currency), status },
  };
}

/** The checkout was placed before. While it waits for payment the shopper may still correct where it goes, within the country. */
async function again(deps: Deps, order: OrderDocument, input: Input): Promise<OrderDocument> {
  if (order.status === 'cancelled') throw checkoutExpired();
  if (input.shippingAddress.country !== order.country) throw checkoutChanged({ field: 'country' });
  if (order.status === 'pending_payment' || order.status === 'payment_failed') {
    await deps.orders.correctDelivery(order.id, input.email, input.shippingAddress, deps.clock.now());
  }
  return order;
}

async function create(deps: Deps, shopper: Shopper, checkout: CheckoutWithOrder, input: Input): Promise<OrderDocument> {
  const now = deps.clock.now();
  if (checkout.expiresAt <= now) throw checkoutExpired();
  const { cart, priced } = await recheck(deps, checkout, input);
  const payBy = new Date(now.getTime() + deps.paymentWindowMs);
  const lines = cart.lines.map(({ variantId, quantity }) => ({ variantId, quantity }));
  const expiresAt = new Date(payBy.getTime() + reservationGraceMs);
  const { email, shippingAddress: address, provider } = input;
  const reserved = await deps.cart.reserve({
    checkoutId: checkout.id,
    cartId: cart.id,
    lines,
    expiresAt,
    promotions: usesOf(priced),
    customer: { userId: shopper.userId, email },
    currency: checkout.currency,
  });
  if (!reserved.ok && reserved.refused?.length) throw promotionGone(reserved.refused);
  if (!reserved.ok) throw stockInsufficient(reserved.lacking.map((line) => line.variantId));

  const order = buildOrder({ checkout, priced, email, address, userId: shopper.userId, provider, now, payBy });
  const accessTokenHash = hashAccessToken(accessTokenFor(deps.accessTokenSecret, order.id));
  if (await deps.orders.insert(order, { accessTokenHash, cartVersion: cart.version })) return order;
  // Another submit of the same checkout was first.
  const first = await deps.orders.byCheckout(checkout.id);
  if (!first) throw checkoutNotFound();
  return again(deps, first, input);
}

/** A use of each promotion that saves something. */
function usesOf({ parcels }: PricedCheckout) {
  const all = Map.groupBy(
    parcels.flatMap(({ discounts }) => discounts),
    ({ promotionId }) => promotionId,
  );
  return [...all].map(([promotionId, own]) => ({
    promotionId,
    code: own[0]?.code ?? null,
    amount: sumOf(own, ({ items, shipping }) => items + shipping),
  }));
}

/** What is ordered must be what the shopper saw. */
async function recheck(
  deps: Deps,
  checkout: CheckoutWithOrder,
  input: Input,
): Promise<{ cart: CheckoutCart; priced: PricedCheckout }> {
  if (input.shippingAddress.country !== checkout.country) throw checkoutChanged({ field: 'country' });
  const cart = await deps.cart.forCheckout({ cartId: checkout.cartId }, checkout);
  if (cart?.status !== 'active' || cart.lines.length === 0) throw cartEmpty();
  const quote = await deps.payments.quote(quoteInput(checkout, cart));
  const priced = priceCheckout(checkout, cart, quote);
  const unsendable = priced.parcels.filter((parcel) => parcel.method === null).map(({ seller }) => seller.id);
  if (unsendable.length > 0) throw deliveryUnavailable(unsendable);
  // Before the figures: what is short changes those too, and says more.
  const short = cart.lines.filter((line) => line.available < line.quantity).map((line) => line.variantId);
  if (short.length > 0) throw stockInsufficient(short);
  if (priced.revision !== input.revision) throw checkoutChanged();
  return { cart, priced };
}

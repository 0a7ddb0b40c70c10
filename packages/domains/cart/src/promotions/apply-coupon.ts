import { type RateLimiter, tooManyRequests } from '@mallhive/kernel';
import type { z } from 'zod';
import type { CouponReply } from '../cart-store.ts';
import { emptyCart, viewCart } from '../cart-view.ts';
import { claimGuestCart } from '../claim-guest-cart.ts';
import type { couponInput } from '../contract.ts';
import { audienceOf, type Deps, readVariants } from '../deps.ts';
import type { CartReply } from '../get-cart.ts';
import { type CartOwner, cartKey } from '../owner.ts';
import { couponRefused, couponWithoutCart } from './errors.ts';

type Input = z.output<typeof couponInput>;

/** More than anybody types, and far too few to guess codes. */
const guesses = { limit: 30, windowSeconds: 600 };

async function limitGuesses(limiter: RateLimiter | null, address: string): Promise<void> {
  const answer = await limiter?.take(`cart.coupon:${address}`, guesses);
  if (answer && !answer.allowed) throw tooManyRequests(answer);
}

/**
 * A code stays in the cart only when it counts right away; else it is refused with the reason. One that stops counting later
 * stays, and the cart says why.
 * @param address of the caller, for the limit of guesses
 */
export async function applyCoupon(deps: Deps, owner: CartOwner, input: Input, address: string): Promise<CartReply> {
  await limitGuesses(deps.limiter, address);
  const cookie = await claimGuestCart(deps, owner);
  const key = cartKey(owner);
  if (!key.userId && !key.tokenHash) throw couponWithoutCart();
  const reply = await deps.carts.applyCoupon(key, input.code, deps.clock.now());
  if (reply.outcome === 'no_cart') throw couponWithoutCart();
  if (reply.outcome === 'unknown' || reply.outcome === 'too_many') throw couponRefused(reply.outcome);
  const cart = await shown(deps, reply, input);
  const refused = cart.refusedCoupons.find(({ code }) => code === input.code);
  if (refused) {
    await deps.carts.removeCoupon(key, input.code, deps.clock.now());
    throw couponRefused(refused.reason, { minimum: refused.minimum });
  }
  return { cart, cookie };
}

/** Harmless when the code is not in the cart. */
export async function removeCoupon(deps: Deps, owner: CartOwner, input: Input): Promise<CartReply> {
  const cookie = await claimGuestCart(deps, owner);
  const reply = await deps.carts.removeCoupon(cartKey(owner), input.code, deps.clock.now());
  return { cart: await shown(deps, reply, input), cookie };
}

async function shown(deps: Deps, { cart }: CouponReply, wanted: Input): Promise<CartReply['cart']> {
  const audience = audienceOf(deps, wanted, cart?.currency);
  if (!cart) return emptyCart(audience.currency);
  const ids = cart.lines.map((line) => line.variantId);
  return viewCart(cart, await readVariants(deps, ids, audience), audience.currency, deps.clock.now());
}

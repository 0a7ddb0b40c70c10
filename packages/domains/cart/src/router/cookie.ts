import type { Context } from '@mallhive/trpc';
import type { CartReply } from '../index.ts';
import type { CartOwner } from '../owner.ts';

export function ownerOf(ctx: Pick<Context, 'user' | 'cartToken'>): CartOwner {
  return { userId: ctx.user?.id ?? null, cartToken: ctx.cartToken || null };
}

/** An empty token tells the edge to remove the cookie. */
export function answer(ctx: Pick<Context, 'setCartToken'>, { cart, cookie }: CartReply) {
  if (cookie?.kind === 'set') ctx.setCartToken(cookie.token);
  if (cookie?.kind === 'clear') ctx.setCartToken('');
  return { cart };
}

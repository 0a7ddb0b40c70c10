import type { Context } from '@mallhive/trpc';
import type { Shopper } from '../ports.ts';

export function shopperOf(ctx: Pick<Context, 'user' | 'cartToken'>): Shopper {
  return { userId: ctx.user?.id ?? null, cartToken: ctx.cartToken || null };
}

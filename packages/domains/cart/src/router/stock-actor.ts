import type { Context, ContextUser } from '@mallhive/trpc';
import type { StockActor } from '../owner.ts';

export function stockActor(ctx: Pick<Context, 'apiKey'> & { user: ContextUser }): StockActor {
  return { id: ctx.user.id, apiKeyId: ctx.apiKey?.id, memberships: ctx.user.memberships };
}

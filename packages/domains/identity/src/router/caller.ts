import type { Context, ContextUser } from '@mallhive/trpc';
import type { Caller } from '../step-up.ts';

/** Who calls, as the use cases want it. */
export const callerOf = (ctx: Context & { user: ContextUser }): Caller => ({
  userId: ctx.user.id,
  sessionId: ctx.sessionId,
  address: ctx.ip,
});

import type { Context, ContextUser } from '@mallhive/trpc';
import type { Caller } from '../step-up.ts';

/** Who calls, as the use cases want it. */
export const callerOf = <User extends ContextUser>(
  ctx: Context & { user: User },
): Caller & Pick<User, 'memberships'> => ({
  userId: ctx.user.id,
  sessionId: ctx.sessionId,
  address: ctx.ip,
  memberships: ctx.user.memberships,
});

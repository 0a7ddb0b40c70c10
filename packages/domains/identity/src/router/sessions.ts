import { shopperProcedure } from '@mallhive/trpc';
import { sessionsOutput } from '../contract.ts';
import type { Identity } from '../index.ts';

export const sessions = (identity: Identity) =>
  shopperProcedure
    .output(sessionsOutput)
    .query(({ ctx }) => identity.listSessions({ userId: ctx.user.id, currentSessionId: ctx.sessionId }));

import { shopperProcedure } from '@mallhive/trpc';
import { inboxInput, inboxOutput } from '../contract.ts';
import type { NotificationsFacade } from '../index.ts';

export const inbox = (notifications: NotificationsFacade) =>
  shopperProcedure
    .input(inboxInput)
    .output(inboxOutput)
    .query(({ ctx, input }) => notifications.inbox(ctx.user.id, input));

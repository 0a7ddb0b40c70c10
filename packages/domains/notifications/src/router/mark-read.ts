import { shopperProcedure } from '@mallhive/trpc';
import { markReadInput, markReadOutput } from '../contract.ts';
import type { NotificationsFacade } from '../index.ts';

export const markRead = (notifications: NotificationsFacade) =>
  shopperProcedure
    .input(markReadInput)
    .output(markReadOutput)
    .mutation(({ ctx, input }) => notifications.markRead(ctx.user.id, input.ids));

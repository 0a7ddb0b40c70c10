import { sellerProcedure } from '@mallhive/trpc';
import type { NotificationsFacade } from '../../index.ts';
import { replayFailedWebhooksInput, replayFailedWebhooksOutput } from '../../webhooks/contract.ts';

export const replayFailedWebhooks = ({ webhooks: own }: Pick<NotificationsFacade, 'webhooks'>) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(replayFailedWebhooksInput)
    .output(replayFailedWebhooksOutput)
    .mutation(({ ctx, input }) => own.replayFailed(ctx.user, input));

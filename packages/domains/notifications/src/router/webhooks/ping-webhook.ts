import { sellerProcedure } from '@mallhive/trpc';
import type { NotificationsFacade } from '../../index.ts';
import { pingWebhookInput, pingWebhookOutput } from '../../webhooks/contract.ts';

export const pingWebhook = ({ webhooks: own }: Pick<NotificationsFacade, 'webhooks'>) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(pingWebhookInput)
    .output(pingWebhookOutput)
    .mutation(({ ctx, input }) => own.ping(ctx.user, input));

import { sellerProcedure } from '@mallhive/trpc';
import type { NotificationsFacade } from '../../index.ts';
import { updateWebhookInput, webhookOutput } from '../../webhooks/contract.ts';

export const updateWebhook = ({ webhooks: own }: Pick<NotificationsFacade, 'webhooks'>) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(updateWebhookInput)
    .output(webhookOutput)
    .mutation(({ ctx, input }) => own.update(ctx.user, input));

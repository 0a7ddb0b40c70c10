import { sellerProcedure } from '@mallhive/trpc';
import type { NotificationsFacade } from '../../index.ts';
import { okOutput, replayWebhookDeliveryInput } from '../../webhooks/contract.ts';

export const replayWebhookDelivery = ({ webhooks: own }: Pick<NotificationsFacade, 'webhooks'>) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(replayWebhookDeliveryInput)
    .output(okOutput)
    .mutation(({ ctx, input }) => own.replay(ctx.user, input));

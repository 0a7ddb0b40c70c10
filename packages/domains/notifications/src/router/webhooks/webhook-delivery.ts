import { sellerProcedure } from '@mallhive/trpc';
import type { NotificationsFacade } from '../../index.ts';
import { webhookDeliveryInput, webhookDeliveryOutput } from '../../webhooks/contract.ts';

export const webhookDelivery = ({ webhooks: own }: Pick<NotificationsFacade, 'webhooks'>) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(webhookDeliveryInput)
    .output(webhookDeliveryOutput)
    .query(({ ctx, input }) => own.delivery(ctx.user, input));

import { sellerProcedure } from '@mallhive/trpc';
import type { NotificationsFacade } from '../../index.ts';
import { createWebhookInput, createWebhookOutput } from '../../webhooks/contract.ts';

export const createWebhook = ({ webhooks: own }: Pick<NotificationsFacade, 'webhooks'>) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(createWebhookInput)
    .output(createWebhookOutput)
    .mutation(({ ctx, input }) => own.create(ctx.user, input));

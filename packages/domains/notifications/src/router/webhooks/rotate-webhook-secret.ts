import { sellerProcedure } from '@mallhive/trpc';
import type { NotificationsFacade } from '../../index.ts';
import { createWebhookOutput, rotateWebhookSecretInput } from '../../webhooks/contract.ts';

export const rotateWebhookSecret = ({ webhooks: own }: Pick<NotificationsFacade, 'webhooks'>) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(rotateWebhookSecretInput)
    .output(createWebhookOutput)
    .mutation(({ ctx, input }) => own.rotate(ctx.user, input));

import { sellerProcedure } from '@mallhive/trpc';
import type { NotificationsFacade } from '../../index.ts';
import { okOutput, removeWebhookInput } from '../../webhooks/contract.ts';

export const removeWebhook = ({ webhooks: own }: Pick<NotificationsFacade, 'webhooks'>) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(removeWebhookInput)
    .output(okOutput)
    .mutation(({ ctx, input }) => own.remove(ctx.user, input));

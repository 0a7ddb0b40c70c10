import { sellerProcedure } from '@mallhive/trpc';
import type { NotificationsFacade } from '../../index.ts';
import { webhookInput, webhookOutput } from '../../webhooks/contract.ts';

export const webhook = ({ webhooks: own }: Pick<NotificationsFacade, 'webhooks'>) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(webhookInput)
    .output(webhookOutput)
    .query(({ ctx, input }) => own.read(ctx.user, input));

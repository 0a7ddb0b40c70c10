import { sellerProcedure } from '@mallhive/trpc';
import type { NotificationsFacade } from '../../index.ts';
import { webhooksInput, webhooksOutput } from '../../webhooks/contract.ts';

export const webhooks = ({ webhooks: own }: Pick<NotificationsFacade, 'webhooks'>) =>
  sellerProcedure
    .meta({ policy: 'seller', sellerRoles: ['owner'] })
    .input(webhooksInput)
    .output(webhooksOutput)
    .query(({ ctx, input }) => own.list(ctx.user, input.sellerId));

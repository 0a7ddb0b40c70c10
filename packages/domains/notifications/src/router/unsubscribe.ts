import { publicProcedure } from '@mallhive/trpc';
import { subscriptionInput, subscriptionOutput } from '../contract.ts';
import type { NotificationsFacade } from '../index.ts';

export const unsubscribe = (notifications: NotificationsFacade) =>
  publicProcedure
    .input(subscriptionInput)
    .output(subscriptionOutput)
    .mutation(({ input }) => notifications.unsubscribe(input.token));

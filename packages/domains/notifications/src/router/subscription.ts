import { publicProcedure } from '@mallhive/trpc';
import { subscriptionInput, subscriptionOutput } from '../contract.ts';
import type { NotificationsFacade } from '../index.ts';

export const subscription = (notifications: NotificationsFacade) =>
  publicProcedure
    .input(subscriptionInput)
    .output(subscriptionOutput)
    .query(({ input }) => notifications.subscription(input.token));

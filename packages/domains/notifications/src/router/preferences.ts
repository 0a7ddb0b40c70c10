import { shopperProcedure } from '@mallhive/trpc';
import { preferencesOutput } from '../contract.ts';
import type { NotificationsFacade } from '../index.ts';

export const preferences = (notifications: NotificationsFacade) =>
  shopperProcedure
    .output(preferencesOutput)
    .query(({ ctx: { user } }) => notifications.preferences({ userId: user.id, sells: user.memberships.length > 0 }));

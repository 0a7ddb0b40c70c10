import { shopperProcedure } from '@mallhive/trpc';
import { preferencesOutput, setPreferencesInput } from '../contract.ts';
import type { NotificationsFacade } from '../index.ts';

export const setPreferences = (notifications: NotificationsFacade) =>
  shopperProcedure
    .input(setPreferencesInput)
    .output(preferencesOutput)
    .mutation(({ ctx: { user }, input }) =>
      notifications.setPreferences({ userId: user.id, sells: user.memberships.length > 0 }, input),
    );

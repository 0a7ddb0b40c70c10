import { shopperProcedure } from '@mallhive/trpc';
import type { NotificationsFacade } from '../index.ts';
import { learnTimeZoneInput, learnTimeZoneOutput } from '../schedule/contract.ts';

export const learnTimeZone = (notifications: NotificationsFacade) =>
  shopperProcedure
    .input(learnTimeZoneInput)
    .output(learnTimeZoneOutput)
    .mutation(({ ctx: { user }, input }) => notifications.learnTimeZone(user.id, input));

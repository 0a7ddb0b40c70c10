import { shopperProcedure } from '@mallhive/trpc';
import type { NotificationsFacade } from '../index.ts';
import { setTimesInput, timesOutput } from '../schedule/contract.ts';

export const setTimes = (notifications: NotificationsFacade) =>
  shopperProcedure
    .input(setTimesInput)
    .output(timesOutput)
    .mutation(({ ctx: { user }, input }) => notifications.setTimes(user.id, input));

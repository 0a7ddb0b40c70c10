import { shopperProcedure } from '@mallhive/trpc';
import type { NotificationsFacade } from '../index.ts';
import { timesOutput } from '../schedule/contract.ts';

export const times = (notifications: NotificationsFacade) =>
  shopperProcedure.output(timesOutput).query(({ ctx: { user } }) => notifications.times(user.id));

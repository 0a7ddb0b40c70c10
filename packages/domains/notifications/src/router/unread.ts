import { shopperProcedure } from '@mallhive/trpc';
import { unreadOutput } from '../contract.ts';
import type { NotificationsFacade } from '../index.ts';

export const unread = (notifications: NotificationsFacade) =>
  shopperProcedure.output(unreadOutput).query(({ ctx }) => notifications.unread(ctx.user.id));

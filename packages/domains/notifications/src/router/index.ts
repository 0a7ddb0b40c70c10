import { router } from '@mallhive/trpc';
import type { NotificationsFacade } from '../index.ts';
import { inbox } from './inbox.ts';
import { markRead } from './mark-read.ts';

export default function createNotificationsRouter(notifications: NotificationsFacade) {
  return router({ inbox: inbox(notifications), markRead: markRead(notifications) });
}

import { router } from '@mallhive/trpc';
import type { NotificationsFacade } from '../index.ts';
import { inbox } from './inbox.ts';
import { markRead } from './mark-read.ts';
import { preferences } from './preferences.ts';
import { setPreferences } from './set-preferences.ts';
import { subscription } from './subscription.ts';
import { unsubscribe } from './unsubscribe.ts';

export default function createNotificationsRouter(notifications: NotificationsFacade) {
  return router({
    inbox: inbox(notifications),
    markRead: markRead(notifications),
    preferences: preferences(notifications),
    setPreferences: setPreferences(notifications),
    subscription: subscription(notifications),
    unsubscribe: unsubscribe(notifications),
  });
}

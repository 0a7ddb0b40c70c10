import { router } from '@mallhive/trpc';
import type { NotificationsFacade } from '../index.ts';
import { inbox } from './inbox.ts';
import { learnTimeZone } from './learn-time-zone.ts';
import { markRead } from './mark-read.ts';
import { preferences } from './preferences.ts';
import { previewTemplate } from './preview-template.ts';
import { setPreferences } from './set-preferences.ts';
import { setTimes } from './set-times.ts';
import { subscription } from './subscription.ts';
import { templates } from './templates.ts';
import { times } from './times.ts';
import { unread } from './unread.ts';
import { unsubscribe } from './unsubscribe.ts';
import { webhookProcedures } from './webhooks/index.ts';

export default function createNotificationsRouter(notifications: NotificationsFacade) {
  return router({
    inbox: inbox(notifications),
    learnTimeZone: learnTimeZone(notifications),
    markRead: markRead(notifications),
    preferences: preferences(notifications),
    previewTemplate: previewTemplate(notifications),
    setPreferences: setPreferences(notifications),
    setTimes: setTimes(notifications),
    subscription: subscription(notifications),
    templates: templates(notifications),
    times: times(notifications),
    unread: unread(notifications),
    unsubscribe: unsubscribe(notifications),
    ...webhookProcedures(notifications),
  });
}

import { randomBytes } from 'node:crypto';
import { type Clock, systemClock } from '@mallhive/kernel';
import { type Logger, silentLogger } from '@mallhive/observability';
import type { z } from 'zod';
import type { inboxInput, setPreferencesInput } from './contract.ts';
import { deliverMessage, deliverUnsent } from './deliver-message.ts';
import type { Deps } from './deps.ts';
import type { Channel } from './kinds.ts';
import { createMessageRepository, type Database } from './message.repository.ts';
import { createPersonalDataRepository } from './personal-data.repository.ts';
import type { LinkResolver, MailChannel } from './ports.ts';
import { createPreferenceRepository } from './preference.repository.ts';
import { type Reader, readPreferences, setPreferences } from './preferences.ts';
import { type MessageInput, queueMessages } from './queue-message.ts';
import { readInbox } from './read-inbox.ts';
import { createSchedule } from './schedule/index.ts';
import { readSubscription, unsubscribe } from './unsubscribe.ts';
import { createWebhooks, type WebhookOptions } from './webhooks/index.ts';

export type { MessageInput } from './queue-message.ts';
export type { NoticeBatch, NoticeInput } from './schedule/index.ts';
export { secretLink } from './secret-link.ts';
export type { TemplateData, TemplateName } from './templates/index.ts';
export type { EventData, SellerEvent } from './webhooks/event-types.ts';

export interface NotificationsOptions {
  db: Database;
  mail: MailChannel;
  /** Fills in what `secretLink` stands for. */
  links?: LinkResolver;
  /** Where the shop's name in a mail leads. */
  shellUrl: string;
  /** What the unsubscribe links in mails are proved with. All processes of a shop need the same; a fresh one by default. */
  linkSecret?: string;
  /** The ways to people that this shop has, for their settings. */
  channels?: readonly Channel[];
  /** Of people who said nothing of theirs. */
  timeZone?: string;
  /** Without them the shop sends nothing to sellers' own systems. */
  webhooks?: WebhookOptions;
  logger?: Logger;
  clock?: Clock;
}

/** Messages to people, once each. */
export function createNotifications(options: NotificationsOptions) {
  const { db, mail, links = async () => null, shellUrl, logger = silentLogger, clock = systemClock } = options;
  const { linkSecret = randomBytes(32).toString('hex'), channels = ['email'], timeZone = 'Europe/London' } = options;
  const messages = createMessageRepository(db);
  const preferences = createPreferenceRepository(db);
  const people = createPersonalDataRepository(db);
  const schedule = createSchedule({ db, preferences, timeZone, clock });
  const deps: Deps = { messages, preferences, mail, links, shellUrl, linkSecret, channels, clock, logger };
  const { forgetSchedule, ...waiting } = schedule;
  return {
    ...waiting,
    webhooks: createWebhooks({ db, clock, logger }, options.webhooks),
    queue: (inputs: readonly MessageInput[]) => queueMessages(deps, inputs),
    deliver: (messageId: string) => deliverMessage(deps, messageId),
    deliverUnsent: () => deliverUnsent(deps),
    /** Every message to a person, for their data export. `email` is theirs, lower case. */
    messagesOfPerson: (userId: string, email: string) => people.ofPerson(userId, email),
    /** What a person chose to get, for their data export; what they left as it is does not appear. */
    preferencesOfPerson: async (userId: string) =>
      (await preferences.ofPeople([userId])).map(({ userId: _, ...choice }) => choice),
    /** Removes every message to a person, and what they chose to get. Answers how many messages; repeating is harmless. */
    forgetPerson: async (userId: string, email: string) => {
      await forgetSchedule(userId);
      return people.forget(userId, email);
    },
    /** What somebody gets, by kind and channel. */
    preferences: (reader: Reader) => readPreferences(deps, reader),
    /** Throws `preference_mandatory`, `channel_unavailable`; then nothing is changed. */
    setPreferences: (reader: Reader, input: z.output<typeof setPreferencesInput>) =>
      setPreferences(deps, reader, input),
    /** What the unsubscribe link of a mail is about. Throws `unsubscribe_link_invalid`. */
    subscription: (token: string) => readSubscription(deps, token),
    /** Stops that kind of mail; needs no sign-in, and repeating is harmless. Throws `unsubscribe_link_invalid`. */
    unsubscribe: (token: string) => unsubscribe(deps, token),
    inbox: (userId: string, input: z.output<typeof inboxInput>) => readInbox(deps, userId, input),
    markRead: async (userId: string, ids: readonly string[]) => ({
      unread: await messages.markRead(userId, ids, clock.now()),
    }),
  };
}
export type NotificationsFacade = ReturnType<typeof createNotifications>;

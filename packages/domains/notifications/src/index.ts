import { randomBytes } from 'node:crypto';
import { type Clock, systemClock } from '@mallhive/kernel';
import { type Logger, silentLogger } from '@mallhive/observability';
import type { z } from 'zod';
import { createChannels } from './channels/index.ts';
import type { inboxInput, setPreferencesInput } from './contract.ts';
import { deliverMany, deliverMessage, deliverUnsent } from './deliver-message.ts';
import type { Deps } from './deps.ts';
import type { Channel } from './kinds.ts';
import { createMessageRepository, type Database } from './message.repository.ts';
import { createPersonalDataRepository } from './personal-data.repository.ts';
import type { DeliveryNotice, LinkResolver, MailChannel, PushChannel, SmsChannel } from './ports.ts';
import { createPreferenceRepository } from './preference.repository.ts';
import { type Reader, readPreferences, setPreferences } from './preferences.ts';
import type { previewTemplateInput } from './preview/contract.ts';
import { listTemplates, previewTemplate } from './preview/preview-template.ts';
import { createSubscriptionRepository } from './push/subscription.repository.ts';
import { type MessageInput, queueMessages } from './queue-message.ts';
import { readInbox } from './read-inbox.ts';
import { createSchedule } from './schedule/index.ts';
import { createSuppressionRepository } from './suppression/suppression.repository.ts';
import { readSubscription, unsubscribe } from './unsubscribe.ts';
import { createWebhooks, type WebhookOptions } from './webhooks/index.ts';

export type { MessageInput } from './queue-message.ts';
export type { NoticeBatch, NoticeInput } from './schedule/index.ts';
export { secretLink } from './secret-link.ts';
export type { TemplateData, TemplateName } from './templates/index.ts';
export type { EventData, SellerEvent } from './webhooks/event-types.ts';

export interface NotificationsOptions {
  db: Database;
  /** The preferred one first; the others stand in when it fails. */
  mail: MailChannel | readonly MailChannel[];
  sms?: readonly SmsChannel[];
  push?: readonly PushChannel[];
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
  const { db, links = async () => null, shellUrl, logger = silentLogger, clock = systemClock } = options;
  const { linkSecret = randomBytes(32).toString('hex'), channels = ['email'], timeZone = 'Europe/London' } = options;
  const messages = createMessageRepository(db);
  const preferences = createPreferenceRepository(db);
  const people = createPersonalDataRepository(db);
  const schedule = createSchedule({ db, preferences, timeZone, clock });
  const { sms = [], push = [] } = options;
  const mail = 'send' in options.mail ? [options.mail] : options.mail;
  const suppressions = createSuppressionRepository(db);
  const subscriptions = createSubscriptionRepository(db);
  const deps: Deps = {
    messages,
    preferences,
    suppressions,
    subscriptions,
    providers: createChannels({ mail, sms, push }, clock),
    links,
    shellUrl,
    linkSecret,
    channels,
    clock,
    logger,
  };
  const { forgetSchedule, ...waiting } = schedule;
  return {
    ...waiting,
    /** Everything that the shop sends. */
    templates: () => listTemplates(),
    /** A message with sample data, as a mail. */
    previewTemplate: (input: z.output<typeof previewTemplateInput>) => previewTemplate(shellUrl, input),
    webhooks: createWebhooks({ db, clock, logger }, options.webhooks),
    queue: (inputs: readonly MessageInput[]) => queueMessages(deps, inputs),
    deliver: (messageId: string) => deliverMessage(deps, messageId),
    /** Several at once; each has its own outcome, a rejected one is worth trying again. */
    deliverMany: (messageIds: readonly string[]) => deliverMany(deps, messageIds),
    /** For a job. `olderThanMs`: what was claimed or written so long ago belongs to nobody any more. */
    deliverUnsent: (olderThanMs?: number) => deliverUnsent(deps, olderThanMs),
    /** What a provider told about a message that it took. Repeating is harmless. */
    noteDelivery: (notice: DeliveryNotice) => suppressions.note(notice, clock.now()),
    /** Every message to a person, for their data export. `email` is theirs, lower case. */
    messagesOfPerson: (userId: string, email: string) => people.ofPerson(userId, email),
    /** What a person chose to get, for their data export; what they left as it is does not appear. */
    preferencesOfPerson: async (userId: string) =>
      (await preferences.ofPeople([userId])).map(({ userId: _, ...choice }) => choice),
    /** Removes every message to a person, and what they chose to get. Answers how many messages; repeating is harmless. */
    forgetPerson: async (userId: string, email: string) => {
      await forgetSchedule(userId);
      await subscriptions.forget(userId);
      await suppressions.forget(email);
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
    /** How many of the inbox are unread, at most 100. */
    unread: async (userId: string) => ({ unread: await messages.unread(userId) }),
    markRead: async (userId: string, ids: readonly string[]) => ({
      unread: await messages.markRead(userId, ids, clock.now()),
    }),
  };
}
export type NotificationsFacade = ReturnType<typeof createNotifications>;

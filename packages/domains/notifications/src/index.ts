import { type Clock, systemClock } from '@mallhive/kernel';
import { type Logger, silentLogger } from '@mallhive/observability';
import type { z } from 'zod';
import type { inboxInput } from './contract.ts';
import { deliverMessage, deliverUnsent } from './deliver-message.ts';
import type { Deps } from './deps.ts';
import { createMessageRepository, type Database } from './message.repository.ts';
import { createPersonalDataRepository } from './personal-data.repository.ts';
import type { LinkResolver, MailChannel } from './ports.ts';
import { type MessageInput, queueMessages } from './queue-message.ts';
import { readInbox } from './read-inbox.ts';

export type { MessageInput } from './queue-message.ts';
export { secretLink } from './secret-link.ts';
export type { TemplateData, TemplateName } from './templates/index.ts';

export interface NotificationsOptions {
  db: Database;
  mail: MailChannel;
  /** Fills in what `secretLink` stands for. */
  links?: LinkResolver;
  /** Where the shop's name in a mail leads. */
  shellUrl: string;
  logger?: Logger;
  clock?: Clock;
}

/** Messages to people, once each. */
export function createNotifications(options: NotificationsOptions) {
  const { db, mail, links = async () => null, shellUrl, logger = silentLogger, clock = systemClock } = options;
  const messages = createMessageRepository(db);
  const people = createPersonalDataRepository(db);
  const deps: Deps = { messages, mail, links, shellUrl, clock, logger };
  return {
    queue: (inputs: readonly MessageInput[]) => queueMessages(deps, inputs),
    deliver: (messageId: string) => deliverMessage(deps, messageId),
    deliverUnsent: () => deliverUnsent(deps),
    /** Every message to a person, for their data export. `email` is theirs, lower case. */
    messagesOfPerson: (userId: string, email: string) => people.ofPerson(userId, email),
    /** Removes every message to a person. Answers how many; repeating is harmless. */
    forgetPerson: (userId: string, email: string) => people.forget(userId, email),
    inbox: (userId: string, input: z.output<typeof inboxInput>) => readInbox(deps, userId, input),
    markRead: async (userId: string, ids: readonly string[]) => ({
      unread: await messages.markRead(userId, ids, clock.now()),
    }),
  };
}
export type NotificationsFacade = ReturnType<typeof createNotifications>;

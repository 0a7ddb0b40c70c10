import { type Clock, systemClock } from '@mallhive/kernel';
import { type Logger, silentLogger } from '@mallhive/observability';
import type { z } from 'zod';
import type { inboxInput } from './contract.ts';
import { deliverMessage, deliverUnsent } from './deliver-message.ts';
import type { Deps } from './deps.ts';
import { createMessageRepository, type Database } from './message.repository.ts';
import type { MailChannel } from './ports.ts';
import { type MessageInput, queueMessages } from './queue-message.ts';
import { readInbox } from './read-inbox.ts';

export type { MessageInput } from './queue-message.ts';
export type { TemplateData, TemplateName } from './templates/index.ts';

export interface NotificationsOptions {
  db: Database;
  mail: MailChannel;
  /** Where the shop's name in a mail leads. */
  shellUrl: string;
  logger?: Logger;
  clock?: Clock;
}

/** Messages to people, once each. */
export function createNotifications(options: NotificationsOptions) {
  const { db, mail, shellUrl, logger = silentLogger, clock = systemClock } = options;
  const messages = createMessageRepository(db);
  const deps: Deps = { messages, mail, shellUrl, clock, logger };
  return {
    queue: (inputs: readonly MessageInput[]) => queueMessages(deps, inputs),
    deliver: (messageId: string) => deliverMessage(deps, messageId),
    deliverUnsent: () => deliverUnsent(deps),
    inbox: (userId: string, input: z.output<typeof inboxInput>) => readInbox(deps, userId, input),
    markRead: async (userId: string, ids: readonly string[]) => ({
      unread: await messages.markRead(userId, ids, clock.now()),
    }),
  };
}
export type NotificationsFacade = ReturnType<typeof createNotifications>;

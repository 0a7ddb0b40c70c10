import type { Clock } from '@mallhive/kernel';
import type { Logger } from '@mallhive/observability';
import type { MessageRepository } from './message.repository.ts';
import type { LinkResolver, MailChannel } from './ports.ts';

/** What every use case of this package gets. */
export interface Deps {
  messages: MessageRepository;
  mail: MailChannel;
  links: LinkResolver;
  shellUrl: string;
  clock: Clock;
  logger: Logger;
}

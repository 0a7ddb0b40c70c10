import type { Clock } from '@mallhive/kernel';
import type { Logger } from '@mallhive/observability';
import type { Channel } from './kinds.ts';
import type { MessageRepository } from './message.repository.ts';
import type { LinkResolver, MailChannel } from './ports.ts';
import type { PreferenceRepository } from './preference.repository.ts';

/** What every use case of this package gets. */
export interface Deps {
  messages: MessageRepository;
  preferences: PreferenceRepository;
  mail: MailChannel;
  links: LinkResolver;
  shellUrl: string;
  /** The ways to people that this shop has. */
  channels: readonly Channel[];
  /** What links in mails are proved with. */
  linkSecret: string;
  clock: Clock;
  logger: Logger;
}

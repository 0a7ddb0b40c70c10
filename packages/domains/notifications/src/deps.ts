import type { Clock } from '@mallhive/kernel';
import type { Logger } from '@mallhive/observability';
import type { Channels } from './channels/index.ts';
import type { Channel } from './kinds.ts';
import type { MessageRepository } from './message.repository.ts';
import type { LinkResolver } from './ports.ts';
import type { PreferenceRepository } from './preference.repository.ts';
import type { SubscriptionRepository } from './push/subscription.repository.ts';
import type { SuppressionRepository } from './suppression/suppression.repository.ts';

/** What every use case of this package gets. */
export interface Deps {
  messages: MessageRepository;
  preferences: PreferenceRepository;
  suppressions: SuppressionRepository;
  /** Browsers that take messages. */
  subscriptions: SubscriptionRepository;
  /** Who hands over the messages of each channel. */
  providers: Channels;
  links: LinkResolver;
  shellUrl: string;
  /** The ways to people that this shop has. */
  channels: readonly Channel[];
  /** What links in mails are proved with. */
  linkSecret: string;
  clock: Clock;
  logger: Logger;
}

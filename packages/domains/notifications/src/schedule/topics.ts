import type { Kind } from '../kinds.ts';

interface TopicRules {
  kind: Kind;
  /** So long others of its kind are waited for. */
  collectMinutes: number;
  /** At least so long between two messages of the topic to the same person; what comes meanwhile waits and goes together. */
  spacingHours: number;
}

/** What can wait for daytime, and for others of its kind: all that waits of one topic is one message. */
export const topics = {
  'back-in-stock': { kind: 'wishlist', collectMinutes: 0, spacingHours: 6 },
  'price-drop': { kind: 'wishlist', collectMinutes: 60, spacingHours: 24 },
  'seller-daily': { kind: 'daily', collectMinutes: 0, spacingHours: 0 },
  'abandoned-cart': { kind: 'offers', collectMinutes: 0, spacingHours: 7 * 24 },
} as const satisfies Record<string, TopicRules>;

export type Topic = keyof typeof topics;

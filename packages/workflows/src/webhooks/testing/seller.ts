import { createWebhookSender } from '@mallhive/adapter-public-fetch';
import type { TestDatabase } from '@mallhive/db/testing';
import { createIdentity } from '@mallhive/identity';
import { fakePasswords, testMasterKey } from '@mallhive/identity/testing';
import { type Clock, type RateLimiter, systemClock } from '@mallhive/kernel';
import { createNotifications } from '@mallhive/notifications';
import type { WebhookSender } from '@mallhive/notifications/ports';
import { fakeMail } from '@mallhive/notifications/testing';

const limiter: RateLimiter = {
  take: async (_key, { limit }) => ({ allowed: true, remaining: limit, retryAfterSeconds: 0 }),
  reset: async () => undefined,
};

/** Sends to this machine, and gives up soon. */
export const localSender = (timeoutMs = 400): WebhookSender =>
  createWebhookSender({ plain: true, allows: (address) => address === '127.0.0.1', timeoutMs });

export interface SellerOptions {
  clock?: Clock;
  sender?: WebhookSender;
  slug?: string;
}

/** A seller organisation with an owner and somebody who packs, and the shop's webhooks over the real sender. */
export async function openSeller(
  base: TestDatabase,
  { clock = systemClock, sender = localSender(), slug = 'north' }: SellerOptions = {},
) {
  const { db } = base;
  const mail = fakeMail();
  const identity = createIdentity({ db, master: testMasterKey(), passwords: fakePasswords(), secret: 'x' });
  const sellerId = (await identity.upsertSellers([{ slug, name: 'North' }])).get(slug) ?? '';
  await identity.upsertUsers(
    (['owner', 'fulfilment'] as const).map((role) => ({
      ...{ email: `${role}-of-${slug}@example.test`, name: role, password: 'quiet otters paint fences' },
      memberships: [{ sellerSlug: slug, role }],
    })),
  );
  const suspended = new Set<string>();
  const notifications = createNotifications({
    ...{ db, mail, clock, shellUrl: 'https://shop.test' },
    webhooks: {
      ...{ sender, limiter, secrets: identity.secrets },
      approved: async (ids) => new Set(ids.filter((id) => !suspended.has(id))),
    },
  });
  const member = (role: 'owner' | 'manager' | 'fulfilment', of = sellerId) => ({
    id: '00000000-0000-7000-8000-000000000001',
    memberships: [{ sellerId: of, role }],
  });
  return { identity, notifications, webhooks: notifications.webhooks, mail, sellerId, suspended, member };
}

import { sellerStatusChanged } from '@mallhive/identity/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type IncomingEvent, type Steps } from '../orders/step.ts';

type Dependencies = Pick<WorkflowDependencies, 'identity' | 'catalog' | 'notifications' | 'web'>;

/** A seller was approved, rejected, suspended or reinstated: the shop shows or hides their products, the owners hear why. */
export function followSellerStatus(inngest: Inngest.Any, dependencies: WorkflowDependencies) {
  return inngest.createFunction(
    {
      id: 'follow-seller-status',
      name: 'Show or hide a seller, and tell their owners',
      retries: 10,
      concurrency: { limit: 1, key: 'event.data.sellerId' },
      triggers: { event: sellerStatusChanged.name },
    },
    ({ event, step }) => handleSellerStatus(dependencies, event, step),
  );
}

export async function handleSellerStatus(
  { identity, catalog, notifications, web }: Dependencies,
  event: IncomingEvent & { ts?: number },
  step: Pick<Steps, 'run'>,
): Promise<{ sellerId: string }> {
  const { sellerId, from, to, reason } = sellerStatusChanged.schema.parse(event.data);
  // As it is now, not as this event says: events may overtake each other.
  await step.run('show-or-hide', async () => catalog.upsertSellerProfiles(await identity.sellerProfiles([sellerId])));
  const queued = await step.run('write-messages', async () => {
    const [seller] = await identity.sellerContacts([sellerId]);
    const owners = seller?.members.filter(({ role }) => role === 'owner') ?? [];
    return notifications.queue(
      owners.map(({ userId, email, name }) => ({
        key: `seller-status:${event.id ?? `${sellerId}:${event.ts}`}:${userId}`,
        template: 'seller-status' as const,
        to: { email, userId },
        inbox: true,
        data: {
          name,
          shop: seller?.name ?? '',
          status: to === 'approved' && from === 'suspended' ? ('reinstated' as const) : to,
          reason,
          url: `${web.sellerUrl}/organisation`,
        },
      })),
    );
  });
  await deliverEach({ notifications }, step, queued);
  return { sellerId };
}

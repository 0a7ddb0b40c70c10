import { webhookDisabled } from '@mallhive/notifications/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type IncomingEvent, type Steps } from '../orders/step.ts';

type Dependencies = Pick<WorkflowDependencies, 'identity' | 'notifications' | 'web'>;

/** We switched off an address of a seller's system: the owners hear it, with the way to switch it on again. */
export function tellOfDisabledWebhook(inngest: Inngest.Any, dependencies: Dependencies) {
  return inngest.createFunction(
    {
      id: 'tell-of-disabled-webhook',
      name: 'Tell a seller that their system takes nothing',
      retries: 10,
      triggers: { event: webhookDisabled.name },
    },
    ({ event, step }) => handleDisabledWebhook(dependencies, event, step),
  );
}

export async function handleDisabledWebhook(
  { identity, notifications, web }: Dependencies,
  event: IncomingEvent,
  step: Pick<Steps, 'run'>,
): Promise<{ endpointId: string }> {
  const { endpointId, sellerId, url, reason } = webhookDisabled.schema.parse(event.data);
  const queued = await step.run('write-messages', async () => {
    const [seller] = await identity.sellerContacts([sellerId]);
    const owners = seller?.members.filter(({ role }) => role === 'owner') ?? [];
    return notifications.queue(
      owners.map(({ userId, email, name }) => ({
        key: `webhook-disabled:${event.id ?? `${endpointId}:${event.ts}`}:${userId}`,
        template: 'webhook-disabled' as const,
        to: { email, userId },
        inbox: true,
        data: {
          name,
          shop: seller?.name ?? '',
          address: url,
          reason,
          url: `${web.sellerUrl}/webhooks/${endpointId}`,
        },
      })),
    );
  });
  await deliverEach({ notifications }, step, queued);
  return { endpointId };
}

import { payoutEnded } from '@mallhive/payments/events';
import type { Inngest } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverEach, type IncomingEvent, type Steps } from '../orders/step.ts';

type Dependencies = Pick<WorkflowDependencies, 'identity' | 'notifications' | 'web'>;

/** A payout arrived or came back: owners and managers of the shop are told. Who packs has nothing to do with money. */
export function tellOfPayout(inngest: Inngest.Any, dependencies: Dependencies) {
  return inngest.createFunction(
    { id: 'tell-of-payout', name: 'Tell a seller of a payout', retries: 10, triggers: { event: payoutEnded.name } },
    ({ event, step }) => handleEndedPayout(dependencies, event, step),
  );
}

export async function handleEndedPayout(
  { identity, notifications, web }: Dependencies,
  event: IncomingEvent,
  step: Pick<Steps, 'run'>,
): Promise<{ payoutId: string }> {
  const { payoutId, sellerId, outcome, amount, currency } = payoutEnded.schema.parse(event.data);
  const queued = await step.run('write-messages', async () => {
    const [seller] = await identity.sellerContacts([sellerId]);
    const members = (seller?.members ?? []).filter(({ role }) => role !== 'fulfilment');
    return notifications.queue(
      members.map(({ userId, email }) => ({
        key: `seller-payout:${payoutId}:${outcome}:${userId}`,
        template: 'seller-payout' as const,
        to: { email, userId },
        inbox: true,
        data: { shop: seller?.name ?? '', outcome, amount, currency, url: `${web.sellerUrl}/payouts` },
      })),
    );
  });
  await deliverEach({ notifications }, step, queued);
  return { payoutId };
}

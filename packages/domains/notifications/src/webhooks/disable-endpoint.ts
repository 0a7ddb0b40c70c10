import { systemActor } from '@mallhive/kernel';
import { webhookDisabled } from '../events.ts';
import type { WebhookDeps } from './deps.ts';
import type { Endpoint } from './endpoint.repository.ts';

/** Switches an address off that is gone or took nothing for days; its owners hear of it. Repeating is harmless. */
export async function disableEndpoint(
  { endpoints, deliveries, clock }: Pick<WebhookDeps, 'endpoints' | 'deliveries' | 'clock'>,
  { id, sellerId }: Pick<Endpoint, 'id' | 'sellerId'>,
  reason: 'gone' | 'failing',
): Promise<void> {
  const at = clock.now();
  const audit = { actor: systemActor, sellerId, action: 'webhook.disable', objectType: 'webhook', objectId: id };
  await endpoints.change(id, sellerId, (before) => {
    if (before.status !== 'active') return null;
    return {
      next: { ...before, status: 'disabled', disabledReason: reason },
      audit: { ...audit, changes: { status: ['active', 'disabled'], reason: [null, reason] }, at },
      events: [webhookDisabled.create({ endpointId: id, sellerId, url: before.url, reason }, at)],
    };
  });
  await deliveries.giveUp(id, 'endpoint_off', at);
}

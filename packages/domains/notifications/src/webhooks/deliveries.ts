import { newId } from '@mallhive/kernel';
import type { z } from 'zod';
import { assertOwner, type WebhookActor } from './actor.ts';
import type {
  pingWebhookInput,
  replayFailedWebhooksInput,
  replayWebhookDeliveryInput,
  webhookDeliveriesInput,
  webhookDeliveriesOutput,
  webhookDeliveryInput,
  webhookDeliveryOutput,
} from './contract.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { WebhookDeps } from './deps.ts';
import { webhookNotFound, webhookOff } from './errors.ts';
import { payloadVersion } from './event-types.ts';
import { deliveryView } from './views.ts';

/** What was sent to an address, and sending again. For owners. */
export function createDeliveries({ endpoints, deliveries, log, clock }: WebhookDeps) {
  const own = async (actor: WebhookActor, { sellerId, webhookId }: { sellerId: string; webhookId: string }) => {
    assertOwner(actor, sellerId);
    const endpoint = await endpoints.find(webhookId, sellerId);
    if (!endpoint) throw webhookNotFound();
    return endpoint;
  };
  const ownActive = async (actor: WebhookActor, ids: { sellerId: string; webhookId: string }) => {
    const endpoint = await own(actor, ids);
    if (endpoint.status !== 'active') throw webhookOff();
    return endpoint;
  };
  return {
    /** Newest first. Throws `webhook_not_found`, `cursor_invalid`. */
    deliveries: async (
      actor: WebhookActor,
      input: z.output<typeof webhookDeliveriesInput>,
    ): Promise<z.output<typeof webhookDeliveriesOutput>> => {
      await own(actor, input);
      const { webhookId, status, type, cursor, limit } = input;
      const rows = await log.list(webhookId, { status, type, after: readCursor(cursor), limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        deliveries: shown.map(deliveryView),
        nextCursor: rows.length > limit && last ? writeCursor({ at: last.createdAt, id: last.id }) : null,
      };
    },
    /** With every request. Throws `webhook_not_found`. */
    delivery: async (
      actor: WebhookActor,
      input: z.output<typeof webhookDeliveryInput>,
    ): Promise<z.output<typeof webhookDeliveryOutput>> => {
      await own(actor, input);
      const row = await log.one(input.deliveryId, input.webhookId);
      if (!row) throw webhookNotFound();
      const attempts = await log.attempts(row.id);
      return {
        delivery: deliveryView(row),
        payload: row.payload,
        attempts: attempts.map(({ at, ...attempt }) => ({ ...attempt, at: at.toISOString() })),
      };
    },
    /** Sends something harmless, whatever the address subscribed to. Throws `webhook_not_found`, `webhook_off`. */
    ping: async (actor: WebhookActor, input: z.output<typeof pingWebhookInput>): Promise<{ deliveryId: string }> => {
      const { id } = await ownActive(actor, input);
      const now = clock.now();
      const deliveryId = newId();
      const data = { webhookId: id };
      const payload = JSON.stringify({ type: 'ping', version: payloadVersion, timestamp: now.toISOString(), data });
      await deliveries.insert(deliveryId, id, { key: `ping:${deliveryId}`, type: 'ping', payload }, now);
      return { deliveryId };
    },
    /** Once more, with the same id. One that waits already stays as it is. Throws `webhook_not_found`, `webhook_off`. */
    replay: async (actor: WebhookActor, input: z.output<typeof replayWebhookDeliveryInput>): Promise<{ ok: true }> => {
      const { id } = await ownActive(actor, input);
      if (!(await log.one(input.deliveryId, id))) throw webhookNotFound();
      await deliveries.replay(id, { id: input.deliveryId }, clock.now());
      return { ok: true };
    },
    /** All that failed since then; answers how many. Throws `webhook_not_found`, `webhook_off`. */
    replayFailed: async (
      actor: WebhookActor,
      input: z.output<typeof replayFailedWebhooksInput>,
    ): Promise<{ count: number }> => {
      const { id } = await ownActive(actor, input);
      return { count: await deliveries.replay(id, { since: new Date(input.since) }, clock.now()) };
    },
  };
}

import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';
import { eventTypeSchema } from './event-types.ts';

/**
 * Webhooks of a seller's own systems: for its owners. Everything throws FORBIDDEN `not_a_member`, `role_too_low`, and
 * NOT_FOUND `webhook_not_found` for what is not the organisation's.
 */
export const maximumEndpoints = 10;

const url = z.string().trim().min(1).max(500);
const description = z.string().trim().max(200).default('');
const events = z.array(eventTypeSchema).min(1).max(40);

export const webhookSchema = z.object({
  id: idSchema,
  url: z.string(),
  description: z.string(),
  events: z.array(z.string()),
  /** `disabled`: by us, because of `disabledReason`. */
  status: z.enum(['active', 'paused', 'disabled']),
  disabledReason: z.enum(['gone', 'failing']).nullable(),
  failingSince: z.iso.datetime().nullable(),
  /** Until when requests are also signed with the secret before. */
  previousSecretUntil: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
const endpointInput = z.object({ sellerId: idSchema, webhookId: idSchema });

/** query notifications.webhooks (seller: owner): all addresses, oldest first, and what can be heard of. */
export const webhooksInput = z.object({ sellerId: idSchema });
export const webhooksOutput = z.object({
  webhooks: z.array(webhookSchema),
  eventTypes: z.array(z.object({ type: eventTypeSchema, about: z.string() })),
  maximum: z.int(),
});
/** query notifications.webhook (seller: owner). */
export const webhookInput = endpointInput;
export const webhookOutput = z.object({ webhook: webhookSchema });

/** mutation notifications.createWebhook (seller: owner): the secret is shown here and never again. CONFLICT `too_many_webhooks`, UNPROCESSABLE_CONTENT `webhook_url_refused`. */
export const createWebhookInput = z.object({ sellerId: idSchema, url, description, events });
export const createWebhookOutput = z.object({ webhook: webhookSchema, secret: z.string() });

/** mutation notifications.updateWebhook (seller: owner): `active` also switches one on again that we switched off. UNPROCESSABLE_CONTENT `webhook_url_refused`. */
export const updateWebhookInput = endpointInput.extend({ url, description, events, active: z.boolean() });

/** mutation notifications.removeWebhook (seller: owner): with its log. Repeating is NOT_FOUND. */
export const removeWebhookInput = endpointInput;
export const okOutput = z.object({ ok: z.literal(true) });

/** mutation notifications.rotateWebhookSecret (seller: owner): the one before signs too for `overlapHours`; 0: not any more. */
export const rotateWebhookSecretInput = endpointInput.extend({ overlapHours: z.int().min(0).max(168).default(24) });

/** mutation notifications.pingWebhook (seller: owner): sends a `ping` like any other delivery. CONFLICT `webhook_off`, TOO_MANY_REQUESTS `too_many_requests`. */
export const pingWebhookInput = endpointInput;
export const pingWebhookOutput = z.object({ deliveryId: idSchema });

export const deliveryStatusSchema = z.enum(['pending', 'delivered', 'failed']);
const problemSchema = z.string().nullable();
export const deliverySchema = z.object({
  /** What the receiver sees as `webhook-id`. */
  id: idSchema,
  type: z.string(),
  status: deliveryStatusSchema,
  attempts: z.int(),
  lastStatus: z.int().nullable(),
  /** `address_refused`, `unreachable`, `timeout`, `endpoint_off`, `seller_closed`; null when there was an answer. */
  problem: problemSchema,
  createdAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
  /** Of a pending one. */
  nextAt: z.iso.datetime().nullable(),
});
/** query notifications.webhookDeliveries (seller: owner): newest first, of 30 days. */
export const webhookDeliveriesInput = endpointInput.extend({
  status: deliveryStatusSchema.optional(),
  type: z.string().max(60).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.int().min(1).max(50).default(20),
});
export const webhookDeliveriesOutput = z.object({
  deliveries: z.array(deliverySchema),
  nextCursor: z.string().nullable(),
});
const deliveryInput = endpointInput.extend({ deliveryId: idSchema });
/** query notifications.webhookDelivery (seller: owner): with payload and every request. */
export const webhookDeliveryInput = deliveryInput;
export const webhookDeliveryOutput = z.object({
  delivery: deliverySchema,
  payload: z.string(),
  attempts: z.array(
    z.object({
      number: z.int(),
      at: z.iso.datetime(),
      durationMs: z.int(),
      status: z.int().nullable(),
      problem: problemSchema,
      response: z.string(),
    }),
  ),
});
/** mutation notifications.replayWebhookDelivery (seller: owner): sends it again now, with the same id. CONFLICT `webhook_off`. */
export const replayWebhookDeliveryInput = deliveryInput;
/** mutation notifications.replayFailedWebhooks (seller: owner): all that failed since then. CONFLICT `webhook_off`. */
export const replayFailedWebhooksInput = endpointInput.extend({ since: z.iso.datetime() });
export const replayFailedWebhooksOutput = z.object({ count: z.int() });

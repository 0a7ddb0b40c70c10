import { newId } from '@mallhive/kernel';
import type { z } from 'zod';
import { asOwner, assertOwner, type WebhookActor } from './actor.ts';
import {
  type createWebhookInput,
  type createWebhookOutput,
  maximumEndpoints,
  type removeWebhookInput,
  type rotateWebhookSecretInput,
  type updateWebhookInput,
  type webhookInput,
  type webhookOutput,
  type webhooksOutput,
} from './contract.ts';
import type { WebhookDeps } from './deps.ts';
import type { Endpoint } from './endpoint.repository.ts';
import { tooManyWebhooks, webhookNotFound, webhookUrlRefused } from './errors.ts';
import { eventTypeNames, eventTypes } from './event-types.ts';
import { newSecret, sealSecret } from './secret.ts';
import { endpointView } from './views.ts';

/** What an organisation's own systems hear of, and where. Every use case is for owners, and says so in the audit log. */
export function createEndpoints({ endpoints, deliveries, sender, secrets, clock }: WebhookDeps) {
  const auditOf = (actor: WebhookActor, sellerId: string, verb: string, objectId: string) => ({
    ...{ actor: asOwner(actor), sellerId, action: `webhook.${verb}`, objectType: 'webhook', objectId },
    at: clock.now(),
  });
  const assertUrl = (url: string) => {
    if (!sender.accepts(url)) throw webhookUrlRefused();
  };
  return {
    /** All addresses, and what can be heard of. */
    list: async (actor: WebhookActor, sellerId: string): Promise<z.output<typeof webhooksOutput>> => {
      assertOwner(actor, sellerId);
      const found = await endpoints.ofSeller(sellerId);
      return {
        webhooks: found.map((endpoint) => endpointView(endpoint, clock.now())),
        eventTypes: eventTypeNames.map((type) => ({ type, about: eventTypes[type].about })),
        maximum: maximumEndpoints,
      };
    },
    /** Throws `webhook_not_found`. */
    read: async (
      actor: WebhookActor,
      { sellerId, webhookId }: z.output<typeof webhookInput>,
    ): Promise<z.output<typeof webhookOutput>> => {
      assertOwner(actor, sellerId);
      const endpoint = await endpoints.find(webhookId, sellerId);
      if (!endpoint) throw webhookNotFound();
      return { webhook: endpointView(endpoint, clock.now()) };
    },
    /** Answers the secret, which is never told again. Throws `too_many_webhooks`, `webhook_url_refused`. */
    create: async (
      actor: WebhookActor,
      { sellerId, url, description, events }: z.output<typeof createWebhookInput>,
    ): Promise<z.output<typeof createWebhookOutput>> => {
      assertOwner(actor, sellerId);
      assertUrl(url);
      const secret = newSecret();
      const endpoint: Endpoint = {
        ...{ id: newId(), sellerId, url, description, events: [...new Set(events)] },
        ...{ secret: await sealSecret(secrets, secret), previousSecret: null, previousUntil: null },
        ...{ status: 'active', disabledReason: null, failingSince: null, createdAt: clock.now() },
      };
      const audit = {
        ...auditOf(actor, sellerId, 'create', endpoint.id),
        changes: { url: [null, url], events: [null, endpoint.events] } as const,
      };
      if (!(await endpoints.insert(endpoint, maximumEndpoints, audit))) throw tooManyWebhooks(maximumEndpoints);
      return { webhook: endpointView(endpoint, clock.now()), secret };
    },
    /** What waits at an address that is paused is not sent any more. Throws `webhook_not_found`, `webhook_url_refused`. */
    update: async (
      actor: WebhookActor,
      { sellerId, webhookId, url, description, events, active }: z.output<typeof updateWebhookInput>,
    ): Promise<z.output<typeof webhookOutput>> => {
      assertOwner(actor, sellerId);
      assertUrl(url);
      const endpoint = await endpoints.change(webhookId, sellerId, (before) => {
        const { status } = before;
        const next: Endpoint = {
          ...{ ...before, url, description, events: [...new Set(events)] },
          status: active ? 'active' : status === 'active' ? 'paused' : status,
          disabledReason: active ? null : before.disabledReason,
          failingSince: active && (status !== 'active' || url !== before.url) ? null : before.failingSince,
        };
        return {
          next,
          audit: {
            ...auditOf(actor, sellerId, 'update', webhookId),
            changes: {
              url: [before.url, url],
              events: [before.events, next.events],
              status: [status, next.status],
            },
          },
        };
      });
      if (!endpoint) throw webhookNotFound();
      if (endpoint.status !== 'active') await deliveries.giveUp(webhookId, 'endpoint_off', clock.now());
      return { webhook: endpointView(endpoint, clock.now()) };
    },
    /** With its log. Throws `webhook_not_found`. */
    remove: async (
      actor: WebhookActor,
      { sellerId, webhookId }: z.output<typeof removeWebhookInput>,
    ): Promise<{ ok: true }> => {
      assertOwner(actor, sellerId);
      const audit = auditOf(actor, sellerId, 'remove', webhookId);
      if (!(await endpoints.remove(webhookId, sellerId, audit))) throw webhookNotFound();
      return { ok: true };
    },
    /** A new secret; the one before signs too until the overlap is over. Throws `webhook_not_found`. */
    rotate: async (
      actor: WebhookActor,
      { sellerId, webhookId, overlapHours }: z.output<typeof rotateWebhookSecretInput>,
    ): Promise<z.output<typeof createWebhookOutput>> => {
      assertOwner(actor, sellerId);
      const secret = newSecret();
      const sealed = await sealSecret(secrets, secret);
      const now = clock.now();
      const endpoint = await endpoints.change(webhookId, sellerId, (before) => ({
        next: {
          ...{ ...before, secret: sealed },
          previousSecret: overlapHours > 0 ? before.secret : null,
          previousUntil: overlapHours > 0 ? new Date(now.getTime() + overlapHours * 3_600_000) : null,
        },
        audit: { ...auditOf(actor, sellerId, 'rotate', webhookId), changes: { overlapHours: [null, overlapHours] } },
      }));
      if (!endpoint) throw webhookNotFound();
      return { webhook: endpointView(endpoint, now), secret };
    },
  };
}

import { type Clock, type RateLimiter, tooManyRequests } from '@mallhive/kernel';
import type { Logger } from '@mallhive/observability';
import type { z } from 'zod';
import type { Database } from '../message.repository.ts';
import type { WebhookActor } from './actor.ts';
import type { pingWebhookInput } from './contract.ts';
import { deliverDue } from './deliver-due.ts';
import { createDeliveries } from './deliveries.ts';
import { createDeliveryRepository } from './delivery.repository.ts';
import { createDeliveryLogRepository } from './delivery-log.repository.ts';
import type { WebhookDeps } from './deps.ts';
import { createEndpointRepository } from './endpoint.repository.ts';
import { createEndpoints } from './endpoints.ts';
import { webhooksUnavailable } from './errors.ts';
import type { SellerEvent } from './event-types.ts';
import type { ApprovedSellers, SecretBox, WebhookSender } from './ports.ts';
import { recordEvents } from './record-events.ts';

export interface WebhookOptions {
  sender: WebhookSender;
  secrets: SecretBox;
  approved: ApprovedSellers;
  limiter: RateLimiter;
}

const keptMs = 30 * 86_400_000;
const batch = 1_000;
const pings = { limit: 20, windowSeconds: 60 };

/** A shop that sends none: nobody can ask for one either, so there is never anything to send. */
const none: WebhookOptions = {
  sender: {
    accepts: () => {
      throw webhooksUnavailable();
    },
    send: () => Promise.reject(webhooksUnavailable()),
  },
  secrets: { seal: () => Promise.reject(webhooksUnavailable()), open: () => Promise.reject(webhooksUnavailable()) },
  approved: async () => new Set(),
  limiter: { take: () => Promise.reject(webhooksUnavailable()), reset: () => Promise.reject(webhooksUnavailable()) },
};

/** Signed messages to sellers' own systems. Part of the facade of notifications. */
export function createWebhooks(
  { db, clock, logger }: { db: Database; clock: Clock; logger: Logger },
  { limiter, ...ports }: WebhookOptions = none,
) {
  const endpoints = createEndpointRepository(db);
  const deps: WebhookDeps = {
    ...{ ...ports, endpoints, clock, logger },
    deliveries: createDeliveryRepository(db),
    log: createDeliveryLogRepository(db),
  };
  const log = createDeliveries(deps);
  return {
    ...createEndpoints(deps),
    ...log,
    /** As `ping` of the log, some a minute. Throws `too_many_requests`, too. */
    ping: async (actor: WebhookActor, input: z.output<typeof pingWebhookInput>) => {
      const answer = await limiter.take(`webhook-ping:${input.sellerId}`, pings);
      if (!answer.allowed) throw tooManyRequests(answer);
      return log.ping(actor, input);
    },
    /** Writes down what sellers' systems are to hear, once per address and event. Answers how many deliveries are new. */
    record: (events: readonly SellerEvent[]) => recordEvents(deps, events),
    /** Sends some of what is due at an address; `nextAt` (ISO 8601) says when to come again. */
    deliverDue: (endpointId: string) => deliverDue(deps, endpointId),
    /** For a job: tells again of addresses at which something is due. Answers how many. */
    wakeDue: () => deps.deliveries.wakeDue(clock.now()),
    /** For a job: forgets deliveries of more than 30 days ago. Answers how many. */
    expire: async (): Promise<number> => {
      const before = new Date(clock.now().getTime() - keptMs);
      let gone = 0;
      for (let last = batch; last === batch; gone += last) last = await deps.deliveries.expire(before, batch);
      return gone;
    },
    /** Secrets, for the rotation of the keys that they are sealed with. */
    seals: { old: endpoints.oldSeals, replace: endpoints.replaceSeals, keys: endpoints.sealKeys },
  };
}

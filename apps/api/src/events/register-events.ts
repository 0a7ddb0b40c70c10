import { type BehaviourBatch, behaviourBatchSchema } from '@mallhive/analytics/contract';
import { AppError, tooManyRequests } from '@mallhive/kernel';
import type { FastifyInstance } from 'fastify';
import { clientAddress } from '../http/client-address.ts';
import { createEventLimit } from './event-limit.ts';

/** Fifty events of ordinary size; more is no visit. */
const bodyLimit = 48 * 1024;

interface Options {
  analytics: { collect(batch: BehaviourBatch, userAgent: string | undefined): Promise<{ accepted: number }> };
  config: { internalSecret: string; trustedProxies: number };
  now?: () => number;
}

/**
 * `POST /api/events`: what browsers tell of a visit. 202 means that it is committed; on 429 and 503 the browser keeps it and
 * comes again. Not a procedure: thousands a second, without a session, without a look at cookies.
 */
export function registerEvents(app: FastifyInstance, { analytics, config, now = Date.now }: Options): void {
  const allowed = createEventLimit(now);
  app.post('/api/events', { bodyLimit }, async (request, reply) => {
    const batch = behaviourBatchSchema.safeParse(request.body);
    if (!batch.success) throw new AppError('bad_request', 'events_malformed', 'These are not events of this version.');
    const address = clientAddress(request.raw, config.internalSecret, config.trustedProxies);
    const retryAfterSeconds = allowed(address, batch.data.events.length);
    if (retryAfterSeconds > 0) throw tooManyRequests({ retryAfterSeconds });
    const answer = await analytics.collect(batch.data, request.headers['user-agent']);
    return reply.code(202).send(answer);
  });
}

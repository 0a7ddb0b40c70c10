import { createServer } from 'node:http';
import cookie from '@fastify/cookie';
import { createAppRouter } from '@mallhive/api-contract';
import { createSessionReader, serviceKey } from '@mallhive/session/token';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { createActorResolver } from './auth/actor.ts';
import { registerAuth } from './auth/register-auth.ts';
import type { Composition } from './compose.ts';
import { registerEvents } from './events/register-events.ts';
import { registerFiles } from './files/register-files.ts';
import { registerErrors } from './http/errors.ts';
import { requestIdOf } from './http/request-id.ts';
import { registerSecurityHeaders } from './http/security-headers.ts';
import { registerInngest } from './inngest/register-inngest.ts';
import { registerMailbox } from './mailbox/register-mailbox.ts';
import { registerMedia } from './media/index.ts';
import { createMetrics } from './ops/metrics.ts';
import { createReadiness } from './ops/readiness.ts';
import { registerHealth } from './ops/register-health.ts';
import { createOutboxTable } from './outbox/outbox-table.ts';
import { registerTestPayments } from './test-payments/register-test-payments.ts';
import { createContextFactory } from './trpc/context.ts';
import { createWriteGuard } from './trpc/guard.ts';
import { createPublicCache, type PublicCache } from './trpc/public-cache.ts';
import { readyReads } from './trpc/ready-reads.ts';
import { registerTrpc } from './trpc/register-trpc.ts';
import { registerMailFeedback } from './webhooks/register-mail-feedback.ts';
import { registerMessageStatus } from './webhooks/register-message-status.ts';
import { registerWebhooks } from './webhooks/register-webhooks.ts';

export interface App {
  server: FastifyInstance;
  cache: PublicCache;
}

/** All edges over one composition. Nothing listens and nothing runs in the background yet. */
export async function createApp(composition: Composition): Promise<App> {
  const { config, logger, db, facades, testPayments, mailbox, inngest, functions, media } = composition;
  const cache = createPublicCache();
  const metrics = createMetrics({ pool: db.pool, cache, outbox: createOutboxTable(db), business: composition.figures });

  const server: FastifyInstance = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    genReqId: requestIdOf,
    // One line per request, below, when its outcome is known.
    logController: new LogController({ requestIdLogLabel: 'requestId', disableRequestLogging: true }),
    keepAliveTimeout: 75_000,
    forceCloseConnections: 'idle',
    routerOptions: {
      maxParamLength: 2_000,
      querystringParser: (text) => Object.fromEntries(new URLSearchParams(text)),
    },
    // What everybody gets alike is answered before the framework sees the request.
    serverFactory: (handler) =>
      createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
        if (!cache.serve(request, response)) handler(request, response);
      }),
  });
  registerErrors(server);
  registerSecurityHeaders(server);
  await server.register(cookie);
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    const fields = { method: request.method, path: request.url.split('?', 1)[0], status: reply.statusCode };
    request.log.info({ ...fields, ms: Math.round(reply.elapsedTime * 10) / 10 }, 'request');
  });
  metrics.register(server);

  const createContext = createContextFactory({
    config,
    resolveActor: createActorResolver({
      identity: facades.identity,
      readSession: createSessionReader(config.sessionSecret),
    }),
    serviceKey: serviceKey(config.sessionSecret),
    onProcedure: metrics.onProcedure,
  });
  registerTrpc(server, {
    router: createAppRouter(facades),
    createContext,
    cache,
    trustedOrigins: config.trustedOrigins,
    // A search is a search, whoever answers it.
    replayed: new Map([['search.products', facades.search.searchedAgain]]),
    ready: readyReads(facades),
  });
  registerAuth(server, {
    identity: facades.identity,
    config,
    guard: createWriteGuard(config.trustedOrigins),
  });
  const { readTwilioStatus, readSesFeedback } = composition.messageChannels;
  if (readTwilioStatus) registerMessageStatus(server, facades.notifications, readTwilioStatus);
  if (readSesFeedback) registerMailFeedback(server, facades.notifications, readSesFeedback);
  registerWebhooks(server, facades.payments);
  registerTestPayments(server, testPayments);
  registerEvents(server, { analytics: { collect: composition.meter.collect(facades.analytics.collect) }, config });
  registerMedia(server, media);
  registerFiles(server, {
    catalog: facades.catalog,
    createContext,
    rateLimiter: composition.rateLimiter,
    trustedOrigins: config.trustedOrigins,
  });
  if (config.mailbox) registerMailbox(server, mailbox);
  const inngestEdge = registerInngest(server, { client: inngest, functions, config });
  registerHealth(server, createReadiness(db, inngestEdge));
  return { server, cache };
}

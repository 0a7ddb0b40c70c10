import type { AppRouter } from '@mallhive/api-contract';
import { AppError, isAppError } from '@mallhive/kernel';
import { type CachePolicy, type Context, publicError, toTRPCError } from '@mallhive/trpc';
import type { AnyTRPCProcedure, TRPCError } from '@trpc/server';
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerCalls } from './answer-calls.ts';
import { createWriteGuard } from './guard.ts';
import type { PublicCache } from './public-cache.ts';
import { type Call, readCalls } from './read-calls.ts';
import { type ReadyAnswer, readyAnswers } from './ready-answers.ts';

export const maximumBatch = 10;
const bodyLimit = 512 * 1024;

export interface TrpcOptions {
  router: AppRouter;
  createContext(request: FastifyRequest, reply: FastifyReply): Promise<Context>;
  cache: PublicCache;
  trustedOrigins: readonly string[];
  /** By procedure: told of each call that is answered from the cache, with the raw input of the call it was kept from. */
  replayed: ReadonlyMap<string, (input: unknown) => void>;
  /** By procedure: the domain's own JSON of what the procedure answers. */
  ready: Record<string, ReadyAnswer['answer']>;
}

/** `query`, `mutation` or `subscription`, by procedure path. */
function typesOf(router: AppRouter): Map<string, string> {
  const procedures = Object.entries(router._def.procedures);
  return new Map(procedures.map(([path, procedure]) => [path, (procedure as unknown as AnyTRPCProcedure)._def.type]));
}

/** Cache policies of the public queries, by procedure path. */
function cachePolicies(router: AppRouter): Map<string, CachePolicy> {
  const policies = new Map<string, CachePolicy>();
  for (const [path, procedure] of Object.entries(router._def.procedures)) {
    const { type, meta } = (procedure as unknown as { _def: { type: string; meta?: { cache?: CachePolicy } } })._def;
    if (type === 'query' && meta?.cache) policies.set(path, meta.cache);
  }
  return policies;
}

/** tRPC's error shape for what is refused before tRPC sees it. */
function refusal(error: TRPCError, requestId: string) {
  const { message, reason, details } = publicError(error);
  const httpStatus = getHTTPStatusCodeFromError(error);
  const data = { code: error.code, httpStatus, path: null, reason, details, requestId };
  return { status: httpStatus, body: { error: { message, code: TRPC_ERROR_CODES_BY_KEY[error.code], data } } };
}

/** How long a caller must wait who was refused or could not be served: the longest of a batch. */
function retryAfter(errors: readonly TRPCError[]): Record<string, string> {
  const waits = errors.flatMap(({ cause }) => {
    const temporary = isAppError(cause) && (cause.code === 'rate_limited' || cause.code === 'unavailable');
    const seconds = temporary && cause.details?.retryAfterSeconds;
    return typeof seconds === 'number' ? [seconds] : [];
  });
  return waits.length > 0 ? { 'retry-after': String(Math.max(...waits)) } : {};
}

const nulInUrl = /%5cu0000|%00/i;

/** PostgreSQL stores no NUL character, so no text that we take may have one. */
function refuseNul(request: FastifyRequest): void {
  const { body } = request;
  if (nulInUrl.test(request.raw.url ?? '') || (typeof body === 'string' && body.includes('\\u0000'))) {
    throw new AppError('bad_request', 'invalid_input', 'Text may not contain a NUL character.');
  }
}

export function registerTrpc(app: FastifyInstance, options: TrpcOptions): void {
  const { router, createContext, cache, replayed } = options;
  const policies = cachePolicies(router);
  const procedureTypes = typesOf(router);
  const ready = readyAnswers(router, options.ready);
  const guard = createWriteGuard(options.trustedOrigins);

  /** The policies of every procedure called, or null when one of them may not be cached. */
  function policiesOf(request: FastifyRequest, path: string): CachePolicy[] | null {
    if (request.method !== 'GET' || request.headers['trpc-accept']) return null;
    const found = path.split(',').map((name) => policies.get(name));
    return found.every((policy) => policy !== undefined) ? found : null;
  }

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // tRPC parses JSON itself. What is not JSON is let in so that the guard can say what is wrong with it.
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_request, body, done) => done(null, body));

    scope.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
      const known: AppError | null = isAppError(error) ? error : null;
      if (known) {
        const { status, body } = refusal(toTRPCError(known), request.id);
        return reply.code(status).send(body);
      }
      const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
      if (status === 500) request.log.error({ error }, 'tRPC edge failed');
      const code = status === 413 ? 'PAYLOAD_TOO_LARGE' : status === 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
      const data = {
        code,
        httpStatus: status,
        path: null,
        reason: code.toLowerCase(),
        details: null,
        requestId: request.id,
      };
      const message = status === 500 ? 'Something went wrong on our side.' : 'The request is not valid.';
      return reply.code(status).send({ error: { message, code: TRPC_ERROR_CODES_BY_KEY[code], data } });
    });

    scope.addHook('onRequest', async (request) => guard(request));
    scope.addHook('preHandler', async (request) => refuseNul(request));

    scope.all<{ Params: { path: string } }>('/api/trpc/:path', async (request, reply) => {
      const { path } = request.params;
      const cacheable = policiesOf(request, path);
      const began = cache.begin();
      const onError = (error: TRPCError, procedure: string | undefined): void => {
        const { cause } = error;
        if (isAppError(cause) ? cause.code === 'internal' : error.code === 'INTERNAL_SERVER_ERROR') {
          request.log.error({ error: cause ?? error, procedure }, 'procedure failed');
        } else request.log.debug({ procedure, code: error.code, message: error.message }, 'procedure refused');
      };

      const calls = readCalls(request, path, procedureTypes, maximumBatch);
      if (calls) {
        const context = await createContext(request, reply);
        const { status, body, errors } = await answerCalls(calls, {
          router,
          context,
          ready,
          signal: undefined,
          onError,
        });
        reply.code(status).headers(retryAfter(errors));
        return send(reply, request, { status, body, cacheable, began, calls: calls.calls });
      }
      await fastifyRequestHandler({
        router,
        path,
        req: request,
        // The adapter would stream; whole bytes have a length.
        res: Object.create(reply, {
          send: {
            value: async (response: Response) => {
              reply.code(response.status);
              response.headers.forEach((value, name) => {
                if (name !== 'set-cookie') reply.header(name, value);
              });
              const { status } = response;
              send(reply, request, { status, body: await response.text(), cacheable: null, began, calls: [] });
            },
          },
        }),
        maxBatchSize: maximumBatch,
        allowBatching: true,
        createContext: () =>
          createContext(request, reply).catch((error: unknown) => {
            throw isAppError(error) ? toTRPCError(error) : error;
          }),
        responseMeta: ({ errors }) => ({ headers: retryAfter(errors) }),
        onError: ({ error, path: procedure }) => onError(error, procedure),
      });
      return reply;
    });
  });

  interface Sent {
    status: number;
    body: string;
    cacheable: CachePolicy[] | null;
    began: number;
    calls: readonly Call[];
  }

  function listeners(calls: readonly Call[]): (() => void) | null {
    const told = calls.flatMap(({ path, input }) => {
      const tell = replayed.get(path);
      return tell ? [() => tell(input)] : [];
    });
    return told.length > 0 ? () => told.forEach((tell) => void tell()) : null;
  }

  function send(reply: FastifyReply, request: FastifyRequest, sent: Sent): FastifyReply {
    const { status, body, cacheable, began, calls } = sent;
    const bytes = Buffer.from(body);
    const keep = cacheable !== null && status === 200 && !reply.hasHeader('set-cookie');
    if (keep) {
      const again = listeners(calls);
      cache.store({ url: request.raw.url ?? '', policies: cacheable, body, bytes, began, again });
    }
    reply.header('content-type', 'application/json');
    reply.header('vary', 'trpc-accept, accept');
    reply.header('cache-control', keep ? 'public, max-age=0, must-revalidate' : 'private, no-store');
    return reply.send(bytes);
  }
}

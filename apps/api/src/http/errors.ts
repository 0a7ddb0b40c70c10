import { type AppErrorCode, isAppError } from '@mallhive/kernel';
import type { FastifyError, FastifyInstance } from 'fastify';

/** The one place where our codes become HTTP status codes outside tRPC; exhaustive. */
export const httpStatus: Record<AppErrorCode, number> = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  unprocessable: 422,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
};

const fault = { message: 'Something went wrong on our side.', reason: 'internal' };

/** For every edge but tRPC, which answers for itself. */
export function registerErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (isAppError(error)) {
      const status = httpStatus[error.code];
      if (status >= 500) request.log.error({ error }, 'request failed');
      const { userMessage: message, reason, details } = error;
      if (typeof details?.retryAfterSeconds === 'number') reply.header('retry-after', details.retryAfterSeconds);
      return reply.code(status).send({ error: { message, reason, details: details ?? null, requestId: request.id } });
    }
    // Fastify's own refusals: body too large, malformed JSON, unknown media type.
    if (error.statusCode && error.statusCode < 500) {
      const { message, code } = error;
      return reply.code(error.statusCode).send({
        error: { message, reason: code?.toLowerCase() ?? 'bad_request', details: null, requestId: request.id },
      });
    }
    request.log.error({ error }, 'request failed');
    return reply.code(500).send({ error: { ...fault, details: null, requestId: request.id } });
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      error: { message: 'There is nothing here.', reason: 'not_found', details: null, requestId: request.id },
    }),
  );
}

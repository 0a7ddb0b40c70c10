import { AppError } from '@mallhive/kernel';
import type { FastifyInstance } from 'fastify';

const bodyLimit = 1024 * 1024;

export interface WebhookReceiver {
  /** Verifies the signature over the raw body before anything of it is read. */
  receiveWebhook(
    provider: string,
    rawBody: string,
    headers: Readonly<Record<string, string | undefined>>,
  ): Promise<unknown>;
}

/** `POST /webhooks/<provider>`: the bytes as they came. 2xx means that the news is stored and need not be sent again. */
export function registerWebhooks(app: FastifyInstance, payments: WebhookReceiver): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_request, body, done) => done(null, body));
    scope.post<{ Params: { provider: string } }>('/webhooks/:provider', async (request, reply) => {
      if (typeof request.body !== 'string') throw new AppError('bad_request', 'body_missing', 'The body is missing.');
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
      );
      await payments.receiveWebhook(request.params.provider, request.body, headers);
      return reply.code(200).send({ received: true });
    });
  });
}

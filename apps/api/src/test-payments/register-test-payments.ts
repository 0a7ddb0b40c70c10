import type { TestPayments } from '@mallhive/adapter-test-payments';
import type { FastifyInstance } from 'fastify';

const bodyLimit = 16 * 1024;

/** The pages that a bank would show; a wrong or missing client secret is a page that is not there. */
export function registerTestPayments(app: FastifyInstance, provider: Pick<TestPayments, 'handlePage'>): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.route({
      method: ['GET', 'POST'],
      url: '/test-payments/*',
      handler: async (request, reply) => {
        const form = request.body as Record<string, string> | undefined;
        const page = await provider.handlePage({ method: request.method, url: request.url, form });
        if (!page) return reply.callNotFound();
        return reply.code(page.status).headers(page.headers).send(page.body);
      },
    });
  });
}

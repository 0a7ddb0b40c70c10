import type { FastifyInstance } from 'fastify';
import type { Inngest, InngestFunction } from 'inngest';
import { serve } from 'inngest/fastify';
import type { Config } from '../config.ts';

export const inngestPath = '/api/inngest';
/** Steps carry their results with every call. */
const bodyLimit = 8 * 1024 * 1024;

export interface InngestEdge {
  /** True once the server has asked for our functions, which is how it learns of them. */
  registered(): boolean;
}

export function registerInngest(
  app: FastifyInstance,
  options: { client: Inngest.Any; functions: InngestFunction.Any[]; config: Config },
): InngestEdge {
  let registered = false;
  const { client, functions, config } = options;
  const handler = serve({ client, functions, serveOrigin: config.apiUrl, servePath: inngestPath });
  app.route({
    method: ['GET', 'POST', 'PUT'],
    url: inngestPath,
    bodyLimit,
    logLevel: 'warn',
    handler,
    onResponse: async (request, reply) => {
      if (request.method === 'PUT' && reply.statusCode < 300) registered = true;
      if (request.method === 'POST') registered = true;
    },
  });
  return { registered: () => registered };
}

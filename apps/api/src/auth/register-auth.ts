import type { Identity } from '@mallhive/identity';
import { tokenRequestSchema } from '@mallhive/identity/contract';
import { AppError } from '@mallhive/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { clientAddress } from '../http/client-address.ts';

const bodyLimit = 16 * 1024;
/** Whoever checks tokens by themselves may keep the keys for so long; a new one is published longer before it signs. */
const keysMaxAge = 300;
const revokeSchema = z.object({ refreshToken: z.string().min(1).max(400) });

export interface AuthOptions {
  identity: Pick<Identity, 'issueTokens' | 'refreshTokens' | 'revokeTokens' | 'publicKeys'>;
  config: Pick<Config, 'internalSecret' | 'trustedProxies'>;
  /** Refuses what another site's page could send. */
  guard(request: FastifyRequest): void;
}

function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  // Neither values nor messages: they could hold a password.
  const issues = parsed.error.issues.slice(0, 20).map(({ path, code }) => ({ path, code }));
  throw new AppError('bad_request', 'invalid_input', 'The request is not valid.', { details: { issues } });
}

/** Tokens for apps that are not web pages of ours, and the keys to check them with. Sets and reads no cookie. */
export function registerAuth(app: FastifyInstance, { identity, config, guard }: AuthOptions): void {
  app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      guard(request);
      reply.header('cache-control', 'no-store');
    });
    const visitor = (request: FastifyRequest) => ({
      address: clientAddress(request.raw, config.internalSecret, config.trustedProxies),
      userAgent: (request.headers['user-agent'] ?? '').slice(0, 400),
    });

    scope.post('/auth/token', { bodyLimit }, (request) => {
      const input = parse(tokenRequestSchema, request.body);
      return input.grantType === 'password'
        ? identity.issueTokens({ ...input, ...visitor(request) })
        : identity.refreshTokens({ ...input, ...visitor(request) });
    });

    scope.post('/auth/revoke', { bodyLimit }, async (request) => {
      await identity.revokeTokens({ ...parse(revokeSchema, request.body), ...visitor(request) });
      return { ok: true };
    });

    scope.get('/.well-known/jwks.json', async (_request, reply) => {
      reply.header('cache-control', `public, max-age=${keysMaxAge}`);
      return identity.publicKeys();
    });
  });
}

import type { Identity } from '@mallhive/identity';
import type { SessionClaims } from '@mallhive/session/token';
import type { Context } from '@mallhive/trpc';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { clientAddress } from '../http/client-address.ts';

export const cartCookie = 'mh_cart';
const cartDays = 90;
const cartToken = /^[\w-]{20,200}$/;

export interface ContextDependencies {
  config: Config;
  identity: Pick<Identity, 'findSession'>;
  readSession(cookieHeader: string | undefined): Promise<SessionClaims | null>;
  onProcedure: NonNullable<Context['onProcedure']>;
}

/** Who asks: the session cookie names a session row, and that row decides. Forged or revoked means nobody. */
export function createContextFactory({ config, identity, readSession, onProcedure }: ContextDependencies) {
  const secure = config.shellUrl.startsWith('https:');
  return async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => {
    const claims = await readSession(request.headers.cookie);
    const found = claims && (await identity.findSession(claims.sessionId));
    const user = found && found.id === claims.userId ? found : null;
    const token = request.cookies[cartCookie];
    return {
      requestId: request.id,
      logger: request.log,
      user,
      sessionId: user && claims ? claims.sessionId : null,
      cartToken: token && cartToken.test(token) ? token : null,
      setCartToken: (value) => {
        const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
        if (value) reply.setCookie(cartCookie, value, { ...options, maxAge: cartDays * 86_400 });
        else reply.clearCookie(cartCookie, options);
      },
      ip: clientAddress(request.raw, config.internalSecret),
      userAgent: (request.headers['user-agent'] ?? '').slice(0, 400),
      onProcedure,
    };
  };
}

import type { Context } from '@mallhive/trpc';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { createActorResolver } from '../auth/actor.ts';
import type { Config } from '../config.ts';
import { clientAddress, sameSecret } from '../http/client-address.ts';

export const cartCookie = 'mh_cart';
const cartDays = 90;
const cartToken = /^[\w-]{20,200}$/;

export interface ContextDependencies {
  config: Config;
  resolveActor: ReturnType<typeof createActorResolver>;
  /** What our own web servers prove themselves with when they ask for themselves. */
  serviceKey: string;
  onProcedure: NonNullable<Context['onProcedure']>;
}

/** What a procedure knows of its caller. Throws for credentials that are not valid; no credentials at all is nobody. */
export function createContextFactory({ config, resolveActor, serviceKey, onProcedure }: ContextDependencies) {
  const secure = config.shellUrl.startsWith('https:');
  return async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => {
    const actor = await resolveActor(request.headers);
    // Who brings a credential along acts by nothing else, a guest's cart included.
    const token = request.headers.authorization === undefined ? request.cookies[cartCookie] : undefined;
    return {
      requestId: request.id,
      logger: request.log,
      ...actor,
      service: sameSecret(request.headers['x-service-key'], serviceKey),
      cartToken: token && cartToken.test(token) ? token : null,
      setCartToken: (value) => {
        const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
        if (value) reply.setCookie(cartCookie, value, { ...options, maxAge: cartDays * 86_400 });
        else reply.clearCookie(cartCookie, options);
      },
      ip: clientAddress(request.raw, config.internalSecret, config.trustedProxies),
      userAgent: (request.headers['user-agent'] ?? '').slice(0, 400),
      onProcedure,
    };
  };
}

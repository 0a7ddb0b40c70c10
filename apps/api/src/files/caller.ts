import { AppError, type RateLimiter, tooManyRequests } from '@mallhive/kernel';
import type { Context, ContextUser } from '@mallhive/trpc';
import type { FastifyReply, FastifyRequest } from 'fastify';

export interface CallerDependencies {
  createContext(request: FastifyRequest, reply: FastifyReply): Promise<Context>;
  rateLimiter: RateLimiter;
  trustedOrigins: readonly string[];
}

const uploads = { limit: 240, windowSeconds: 60 };

/** Who brings or fetches a file. The same conditions as those of the tRPC edge; the domain checks the membership again. */
export function createCaller({ createContext, rateLimiter, trustedOrigins }: CallerDependencies) {
  const trusted = new Set(trustedOrigins);

  async function signedIn(request: FastifyRequest, reply: FastifyReply): Promise<ContextUser> {
    const { user, apiKey } = await createContext(request, reply);
    if (!user || apiKey) throw new AppError('unauthenticated', 'sign_in_required', 'Please sign in first.');
    return user;
  }

  return {
    reader: signedIn,
    /** For uploads: from one of our own pages, by somebody whose address is known, and not too often. */
    async writer(request: FastifyRequest, reply: FastifyReply, sellerId: string | null): Promise<ContextUser> {
      const { origin } = request.headers;
      const site = request.headers['sec-fetch-site'];
      if (origin ? !trusted.has(origin) : site === 'cross-site' || site === 'same-site') {
        throw new AppError('forbidden', 'origin_not_trusted', 'This page may not do that.');
      }
      const user = await signedIn(request, reply);
      if (sellerId !== null) {
        if (!user.emailVerified) {
          throw new AppError('forbidden', 'email_unverified', 'Please confirm your e-mail address first.');
        }
        const status = user.memberships.find((membership) => membership.sellerId === sellerId)?.status;
        if (status === 'suspended' || status === 'rejected') {
          throw new AppError('forbidden', 'seller_suspended', 'This shop is closed at the moment.');
        }
      }
      const take = await rateLimiter.take(`upload:${user.id}`, uploads);
      if (!take.allowed) throw tooManyRequests(take);
      return user;
    },
  };
}
export type Caller = ReturnType<typeof createCaller>;

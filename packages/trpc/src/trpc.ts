import { isAppError } from '@mallhive/kernel';
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import type { Context } from './context.ts';
import {
  emailUnverified,
  forbidden,
  publicError,
  scopeMissing,
  sellerSuspended,
  toTRPCError,
  unauthenticated,
} from './errors.ts';
import type { Meta } from './meta.ts';

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isServer: true,
    defaultMeta: { policy: 'administrator' },
    errorFormatter: ({ shape, error, ctx }) => {
      const { message, reason, details } = publicError(error);
      return {
        code: shape.code,
        message,
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          path: shape.data.path,
          reason,
          details,
          requestId: ctx?.requestId ?? null,
        },
      };
    },
  });

/** An AppError that a domain throws becomes its tRPC code; everything else stays an internal error. */
const errors = t.middleware(async ({ ctx, path, type, next }) => {
  const start = performance.now();
  const result = await next();
  const outcome = result.ok ? 'ok' : isAppError(result.error.cause) ? result.error.cause.code : result.error.code;
  ctx.onProcedure?.({ path, type, outcome, seconds: (performance.now() - start) / 1000 });
  if (!result.ok && isAppError(result.error.cause)) throw toTRPCError(result.error.cause);
  return result;
});

/**
 * An API key opens the seller procedures whose scope it has. For public ones its caller is nobody, so that it never
 * touches the cart of the person who made it; everything else it does not open.
 */
const withinScope = t.middleware(({ ctx, meta, next }) => {
  if (!ctx.apiKey) return next();
  if (meta?.policy === 'public') return next({ ctx: { user: null, sessionId: null } });
  if (meta?.policy !== 'seller' || !meta.scope || !ctx.apiKey.scopes.includes(meta.scope)) {
    throw toTRPCError(scopeMissing(meta?.scope));
  }
  return next();
});

const signedIn = t.middleware(({ ctx, next }) => {
  if (!ctx.user) throw toTRPCError(unauthenticated());
  return next({ ctx: { user: ctx.user } });
});

const sellerScope = z.object({ sellerId: z.string() });

/** First line of defence; the domain checks the membership again, because it is also reached without tRPC. */
const memberOfSeller = t.middleware(async ({ ctx, meta, type, next, getRawInput }) => {
  const { user } = ctx;
  if (!user) throw toTRPCError(unauthenticated());
  if (user.memberships.length === 0) throw toTRPCError(forbidden());
  const scope = sellerScope.safeParse(await getRawInput());
  // Without a sellerId the input schema, which every seller procedure declares, refuses next.
  if (scope.success) {
    const member = user.memberships.find(({ sellerId }) => sellerId === scope.data.sellerId);
    if (!member || (meta?.sellerRoles && !meta.sellerRoles.includes(member.role))) throw toTRPCError(forbidden());
    const closed = member.status === 'suspended' || member.status === 'rejected';
    if (closed && !meta?.closedToo && (type !== 'query' || ctx.apiKey)) throw toTRPCError(sellerSuspended());
  }
  if (!user.emailVerified && type !== 'query') throw toTRPCError(emailUnverified());
  return next({ ctx: { user } });
});

const administrator = t.middleware(({ ctx, next }) => {
  const { user } = ctx;
  if (!user) throw toTRPCError(unauthenticated());
  if (!user.roles.includes('administrator')) throw toTRPCError(forbidden());
  return next({ ctx: { user } });
});

const ownServers = t.middleware(({ ctx, next }) => {
  if (!ctx.service) throw toTRPCError(forbidden());
  return next();
});

const base = t.procedure.use(errors).use(withinScope);

/** Anybody. */
export const publicProcedure = base.meta({ policy: 'public' });
/** Anybody who is signed in; `ctx.user` is not null. */
export const shopperProcedure = base.meta({ policy: 'shopper' }).use(signedIn);
/** A member of the organisation that the input names as `sellerId`. */
export const sellerProcedure = base.meta({ policy: 'seller' }).use(memberOfSeller);
export const administratorProcedure = base.meta({ policy: 'administrator' }).use(administrator);
/** Only our own web servers, for what a browser must not be able to say: who an outside issuer vouched for. */
export const serviceProcedure = base.meta({ policy: 'service' }).use(ownServers);

export const { router, mergeRouters, createCallerFactory } = t;

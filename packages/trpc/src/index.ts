export type { Context, ContextApiKey, ContextUser } from './context.ts';
export { type PublicError, publicError, toTRPCError, trpcCodes } from './errors.ts';
export type { ApiScope, CachePolicy, Meta, Policy, SellerRole } from './meta.ts';
export {
  administratorProcedure,
  createCallerFactory,
  mergeRouters,
  publicProcedure,
  router,
  sellerProcedure,
  serviceProcedure,
  shopperProcedure,
} from './trpc.ts';

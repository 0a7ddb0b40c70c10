export type { Context, ContextUser } from './context.ts';
export { type PublicError, publicError, toTRPCError, trpcCodes } from './errors.ts';
export type { CachePolicy, Meta, Policy } from './meta.ts';
export {
  administratorProcedure,
  createCallerFactory,
  mergeRouters,
  publicProcedure,
  router,
  sellerProcedure,
  shopperProcedure,
} from './trpc.ts';

import { AppError, type AppErrorCode, isAppError } from '@mallhive/kernel';
import { TRPCError } from '@trpc/server';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';
import { ZodError } from 'zod';

/** The one place where our codes become tRPC's. `Record` makes it exhaustive: a new code does not compile without a line here. */
export const trpcCodes: Record<AppErrorCode, TRPC_ERROR_CODE_KEY> = {
  bad_request: 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  conflict: 'CONFLICT',
  // tRPC has no 410; for a caller a thing that is gone is not there.
  gone: 'NOT_FOUND',
  unprocessable: 'UNPROCESSABLE_CONTENT',
  rate_limited: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
  internal: 'INTERNAL_SERVER_ERROR',
};

export function toTRPCError(error: AppError): TRPCError {
  return new TRPCError({ code: trpcCodes[error.code], message: error.userMessage, cause: error });
}

/** Thrown by the procedure bases. */
export const unauthenticated = () => new AppError('unauthenticated', 'sign_in_required', 'Please sign in first.');
export const forbidden = () => new AppError('forbidden', 'not_allowed', 'You are not allowed to do this.');
export const emailUnverified = () =>
  new AppError('forbidden', 'email_unverified', 'Please verify your e-mail address first. We can send the link again.');
export const sellerSuspended = () =>
  new AppError('forbidden', 'seller_suspended', 'This shop is suspended. Its data can be read, but not changed.');
export const scopeMissing = (scope: string | undefined) =>
  new AppError('forbidden', 'scope_missing', 'This API key is not allowed to do this.', {
    details: { scope: scope ?? null },
  });

export interface PublicError {
  message: string;
  reason: string;
  details: Record<string, unknown> | null;
}

/** What a caller may learn. Anything unexpected says nothing but that it happened; the log has the rest. */
export function publicError(error: TRPCError): PublicError {
  const { cause } = error;
  if (isAppError(cause)) {
    return { message: cause.userMessage, reason: cause.reason, details: cause.details ?? null };
  }
  if (cause instanceof ZodError && error.code === 'BAD_REQUEST') {
    const issues = cause.issues.slice(0, 20).map(({ path, message, code }) => ({ path, message, code }));
    return { message: 'The request is not valid.', reason: 'invalid_input', details: { issues } };
  }
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    return { message: 'Something went wrong on our side.', reason: 'internal', details: null };
  }
  return { message: error.message, reason: error.code.toLowerCase(), details: null };
}

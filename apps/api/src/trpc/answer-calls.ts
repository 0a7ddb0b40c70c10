import type { AppRouter } from '@mallhive/api-contract';
import type { Context } from '@mallhive/trpc';
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape, type TRPCError } from '@trpc/server';
import { getHTTPStatusCode } from '@trpc/server/http';
import type { Calls } from './read-calls.ts';

export interface Answer {
  status: number;
  body: string;
  errors: TRPCError[];
}

export interface AnswerOptions {
  router: AppRouter;
  context: Context;
  signal: AbortSignal | undefined;
  onError(error: TRPCError, path: string): void;
}

/**
 * The bytes that tRPC's own HTTP handler would answer, without the Request, Response and streams that it builds for
 * each call: those cost more than most of our reads. A test compares the two.
 */
export async function answerCalls({ type, batch, calls }: Calls, options: AnswerOptions): Promise<Answer> {
  const { router, context: ctx, signal } = options;
  const errors: TRPCError[] = [];
  const results = await Promise.all(
    calls.map(async ({ path, input }, batchIndex) => {
      try {
        const data = await callTRPCProcedure({
          router,
          path,
          getRawInput: async () => input,
          ctx,
          type,
          signal,
          batchIndex,
        });
        return { result: { data } };
      } catch (cause) {
        const error = getTRPCErrorFromUnknown(cause);
        options.onError(error, path);
        errors.push(error);
        return { error: getTRPCErrorShape({ config: router._def._config, ctx, error, input, path, type }) };
      }
    }),
  );
  const [first] = results;
  return {
    status: getHTTPStatusCode((batch ? results : first) as Parameters<typeof getHTTPStatusCode>[0]),
    body: JSON.stringify(batch ? results : first),
    errors,
  };
}

import type { AppRouter } from '@mallhive/api-contract';
import { isAppError } from '@mallhive/kernel';
import { type Context, toTRPCError } from '@mallhive/trpc';
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape, type TRPCError } from '@trpc/server';
import { getHTTPStatusCode } from '@trpc/server/http';
import type { Call, Calls } from './read-calls.ts';
import type { ReadyAnswer, ReadyAnswers } from './ready-answers.ts';

export interface Answer {
  status: number;
  body: string;
  errors: TRPCError[];
}

export interface AnswerOptions {
  router: AppRouter;
  context: Context;
  ready: ReadyAnswers;
  signal: AbortSignal | undefined;
  onError(error: TRPCError, path: string): void;
}

/** JSON of what the domain answers; undefined where the input is refused, which the procedure then says in its way. */
async function answerReady(ready: ReadyAnswer, { path, input }: Call, ctx: Context): Promise<string | undefined> {
  const parsed = ready.input.safeParse(input);
  if (!parsed.success) return undefined;
  const start = performance.now();
  const told = (outcome: string) =>
    ctx.onProcedure?.({ path, type: 'query', outcome, seconds: (performance.now() - start) / 1000 });
  try {
    const json = await ready.answer(parsed.data as never);
    told('ok');
    return json;
  } catch (cause) {
    told(isAppError(cause) ? cause.code : 'INTERNAL_SERVER_ERROR');
    throw isAppError(cause) ? toTRPCError(cause) : cause;
  }
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
        const ready = options.ready.get(path);
        const json = ready && (await answerReady(ready, { path, input }, ctx));
        if (json !== undefined) return { result: {}, json: `{"result":{"data":${json}}}` };
        const data = await callTRPCProcedure({
          router,
          path,
          getRawInput: async () => input,
          ctx,
          type,
          signal,
          batchIndex,
        });
        return { result: {}, json: JSON.stringify({ result: { data } }) };
      } catch (cause) {
        const error = getTRPCErrorFromUnknown(cause);
        options.onError(error, path);
        errors.push(error);
        const shape = getTRPCErrorShape({ config: router._def._config, ctx, error, input, path, type });
        return { error: shape, json: JSON.stringify({ error: shape }) };
      }
    }),
  );
  const [first] = results;
  return {
    status: getHTTPStatusCode((batch ? results : first) as Parameters<typeof getHTTPStatusCode>[0]),
    body: batch ? `[${results.map(({ json }) => json).join()}]` : (first?.json ?? ''),
    errors,
  };
}

import type { AppRouter } from '@mallhive/api-contract';
import type { Meta } from '@mallhive/trpc';
import type { ZodType } from 'zod';

/** A public read that its domain can also answer as JSON: the answer then goes out without being made of objects first. */
export interface ReadyAnswer {
  /** The procedure's own input schema. */
  input: ZodType;
  answer(input: never): Promise<string>;
}

export type ReadyAnswers = ReadonlyMap<string, ReadyAnswer>;

/**
 * By procedure path. Only public queries can be answered so, since nothing of the procedure but its input schema runs;
 * throws for any other. A test compares what both ways answer.
 */
export function readyAnswers(router: AppRouter, answers: Record<string, ReadyAnswer['answer']>): ReadyAnswers {
  const procedures = router._def.procedures as unknown as Record<
    string,
    { _def: { type: string; meta?: Meta; inputs: unknown[] } } | undefined
  >;
  return new Map(
    Object.entries(answers).map(([path, answer]) => {
      const { type, meta, inputs = [] } = procedures[path]?._def ?? {};
      const [input] = inputs;
      if (type !== 'query' || meta?.policy !== 'public' || inputs.length !== 1 || !input) {
        throw new Error(`${path} is not a public query with one input and cannot be answered as ready JSON.`);
      }
      return [path, { input: input as ZodType, answer }];
    }),
  );
}

import type { z } from 'zod';
import type { Kind } from '../kinds.ts';
import type { Speech } from '../speech.ts';
import type { Letter } from './layout.ts';

/** A message of a kind; `write` says it in the reader's language. */
export function template<Schema extends z.ZodType>(
  kind: Kind,
  schema: Schema,
  write: (data: z.output<Schema>, speech: Speech) => Letter,
) {
  return { kind, schema, write };
}

export const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? '';

import type { z } from 'zod';
import { newId } from './ids.ts';

/** What one domain tells the others. `name` is `<domain>/<thing>.<past-tense verb>`; `id` makes it idempotent. */
export interface DomainEvent<Name extends string = string, Data = unknown> {
  id: string;
  name: Name;
  version: number;
  occurredAt: string;
  data: Data;
}

export interface EventDefinition<Name extends string, Schema extends z.ZodType> {
  readonly name: Name;
  readonly version: number;
  readonly schema: Schema;
  /** Validates `data` and stamps id and time. Throws ZodError when the producer is wrong. */
  create(data: z.input<Schema>, at?: Date): DomainEvent<Name, z.output<Schema>>;
}

export function defineEvent<const Name extends `${string}/${string}.${string}`, Schema extends z.ZodType>(
  name: Name,
  version: number,
  schema: Schema,
): EventDefinition<Name, Schema> {
  return {
    name,
    version,
    schema,
    create: (data, at = new Date()) => ({
      id: newId(at.getTime()),
      name,
      version,
      occurredAt: at.toISOString(),
      data: schema.parse(data),
    }),
  };
}

import type { z } from 'zod';
import type { Letter } from './layout.ts';

export function template<Schema extends z.ZodType>(schema: Schema, write: (data: z.output<Schema>) => Letter) {
  return { schema, write };
}

const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? '';
export const greeting = (name: string) => (firstName(name) ? `Hello ${firstName(name)},` : 'Hello,');

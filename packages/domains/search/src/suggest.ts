import { defaultLocale } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Suggestions, suggestInput } from './contract.ts';
import type { SearchEngine } from './engine.ts';
import type { SearchPorts } from './ports.ts';
import { queryWords } from './words.ts';

/** As somebody types: the last word may be unfinished. */
export async function suggest(
  engine: SearchEngine,
  { clock, currency }: SearchPorts,
  input: z.output<typeof suggestInput>,
): Promise<Suggestions> {
  const words = queryWords(input.query);
  if (words.length === 0) return { products: [], categories: [], queries: [] };
  const today = clock.now().toISOString().slice(0, 10);
  return engine.suggest({ words, locale: input.locale ?? defaultLocale, currency: input.currency ?? currency, today });
}

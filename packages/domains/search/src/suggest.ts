import type { Database } from './database.repository.ts';
import type { SearchPorts } from './ports.ts';
import { findSimilarTitles, findSuggestions, type Suggestions } from './suggest.repository.ts';
import { queryWords } from './words.ts';

/** As somebody types: the last word may be unfinished. */
export async function suggest(db: Database, ports: SearchPorts, query: string): Promise<Suggestions> {
  const words = queryWords(query);
  if (words.length === 0) return { products: [], categories: [], queries: [] };
  const found = await findSuggestions(db, words, ports.clock.now().toISOString().slice(0, 10));
  if (found.products.length > 0) return found;
  return { ...found, products: await findSimilarTitles(db, words.join(' ')) };
}

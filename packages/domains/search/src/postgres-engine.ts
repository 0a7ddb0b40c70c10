import { correctWords } from './correct.repository.ts';
import type { Database } from './database.repository.ts';
import type { SearchEngine } from './engine.ts';
import { runSearch } from './search.repository.ts';
import { findSimilarTitles, findSuggestions } from './suggest.repository.ts';

/** Full text search and trigrams of the database itself; always there and always kept. */
export function createPostgresEngine(db: Database): SearchEngine {
  return {
    search: (request) => runSearch(db, request),
    correct: (words, locale) => correctWords(db, words, locale),
    suggest: async (request) => {
      const found = await findSuggestions(db, request);
      if (found.products.length > 0) return found;
      return { ...found, products: await findSimilarTitles(db, request) };
    },
  };
}

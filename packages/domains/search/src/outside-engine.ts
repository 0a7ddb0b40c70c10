import { completeReply, resolveChoices } from './complete.repository.ts';
import type { Database } from './database.repository.ts';
import type { SearchEngine } from './engine.ts';
import type { SearchIndex } from './ports.ts';
import { completeSuggestions } from './suggest.repository.ts';

/** An outside index finds, filters, sorts and counts; the cards and the names of the numbers come from the database. */
export function createOutsideEngine(db: Database, index: SearchIndex): SearchEngine {
  return {
    correct: (words, locale) => index.correct(words, locale),
    suggest: async (request) => {
      const ids = await index.suggest({ words: request.words, locale: request.locale, limit: 5 });
      return completeSuggestions(db, request, ids);
    },
    search: async (request) => {
      const { categories, sellers, attributes } = await resolveChoices(db, request);
      const found = await index.search({ ...request, categories, sellers, attributes });
      return completeReply(db, request, found);
    },
  };
}

import { correctWords } from './correct.repository.ts';
import type { Database } from './database.repository.ts';
import type { SearchEngine, SuggestRequest } from './engine.ts';
import { runSearch } from './search.repository.ts';
import { closeTerms, findSuggestions } from './suggest.repository.ts';

/** Shorter words are close to too many. */
const shortestCorrected = 3;

/** As typed; else with words spelt like those; else, of several words, what has some of them. */
async function suggestProducts(db: Database, request: SuggestRequest) {
  const { words } = request;
  const typed = words.map((word) => [[word]]);
  const found = await findSuggestions(db, request, typed, false);
  if (found.products.length > 0 || !words.some(({ length }) => length >= shortestCorrected)) return found;
  const close = await closeTerms(db, request);
  const slots = words.map((word, index) => [
    [word],
    ...(word.length < shortestCorrected ? [] : (close[index] ?? []).map((term) => [term])),
  ]);
  const corrected = slots.some(({ length }) => length > 1);
  const second = corrected ? await findSuggestions(db, request, slots, false) : found;
  if (second.products.length > 0 || words.length === 1) return { ...found, products: second.products };
  const { products } = await findSuggestions(db, request, slots, true);
  return { ...found, products };
}

/** Full text search and trigrams of the database itself; always there and always kept. */
export function createPostgresEngine(db: Database): SearchEngine {
  return {
    search: (request) => runSearch(db, request),
    correct: (words, locale) => correctWords(db, words, locale),
    suggest: (request) => suggestProducts(db, request),
  };
}

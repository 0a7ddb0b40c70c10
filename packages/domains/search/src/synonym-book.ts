import type { Database } from './database.repository.ts';
import type { SearchPorts } from './ports.ts';
import { readAllSynonyms } from './synonym.repository.ts';
import { type SynonymRules, toRules } from './synonyms.ts';

/** Another process's change is seen this much later at the most. */
const freshForMs = 5_000;

export interface SynonymBook {
  rules(locale: string): Promise<SynonymRules>;
  /** After a change in this process. */
  forget(): void;
}

/** The synonyms in memory, so that a search does not read them from the database. */
export function createSynonymBook(db: Database, { logger }: SearchPorts): SynonymBook {
  let books = new Map<string, SynonymRules>();
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  const read = async () => {
    const rows = await readAllSynonyms(db);
    books = new Map([...Map.groupBy(rows, ({ locale }) => locale)].map(([locale, own]) => [locale, toRules(own)]));
    readAt = performance.now();
  };
  const refresh = () => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
  return {
    rules: async (locale) => {
      const age = performance.now() - readAt;
      if (age === Number.POSITIVE_INFINITY) await refresh();
      // An answer does not wait for the newest synonyms.
      else if (age > freshForMs)
        refresh().catch((error: unknown) => logger.warn({ err: error }, 'Synonyms could not be read'));
      return books.get(locale) ?? new Map();
    },
    forget: () => {
      readAt = Number.NEGATIVE_INFINITY;
    },
  };
}

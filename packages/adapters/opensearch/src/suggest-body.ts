import type { Locale } from '@mallhive/kernel';
import { type Query, wordsQuery } from './words-query.ts';

interface Typed {
  words: readonly string[];
  locale: Locale;
  limit: number;
}

const order = [{ available: 'desc' }, { _score: 'desc' }, { id: 'asc' }];
const lifted = (query: Query): Query => ({
  function_score: { query, field_value_factor: { field: 'lift', missing: 1 }, boost_mode: 'multiply' },
});

/** Products for what was typed so far. */
export function suggestBody({ words, locale, limit }: Typed): Record<string, unknown> {
  const slots = words.map((word) => [[word]]);
  return {
    size: limit,
    track_total_hits: false,
    query: lifted(wordsQuery(slots, words.join(' '), locale, false)),
    sort: order,
    docvalue_fields: ['id'],
  };
}

/** The same where nothing begins like that: with letters wrong, missing, swapped or too many. */
export function fuzzyBody({ words, locale, limit }: Typed): Record<string, unknown> {
  const fuzzy = (field: string): Query[] => [
    { match: { [field]: { query: words.join(' '), operator: 'and', fuzziness: 'AUTO', boost: 2 } } },
    { match_bool_prefix: { [field]: { query: words.join(' '), operator: 'and', fuzziness: 'AUTO' } } },
  ];
  const should = [...new Set([`exact_${locale}`, 'exact_en'])].flatMap(fuzzy);
  return {
    size: limit,
    track_total_hits: false,
    query: lifted({ bool: { should, minimum_should_match: 1 } }),
    sort: order,
    docvalue_fields: ['id'],
  };
}

const mostCandidates = 8;

/** For each word how many products have it, and the words close to it, in the language and in English. */
export function correctBody(words: readonly string[], locale: Locale): Record<string, unknown> {
  const fields = [...new Set([`terms_${locale}`, 'terms_en'])];
  const suggestions = words.flatMap((word, index) =>
    fields.map((field) => [
      `${index}-${field}`,
      {
        text: word,
        term: {
          field,
          suggest_mode: 'always',
          analyzer: 'plain',
          max_edits: 2,
          prefix_length: 0,
          min_word_length: 3,
          size: mostCandidates,
          max_inspections: 20,
          max_term_freq: 1_000_000,
          string_distance: 'damerau_levenshtein',
        },
      },
    ]),
  );
  return {
    size: 0,
    track_total_hits: false,
    suggest: Object.fromEntries(suggestions),
    aggs: {
      known: {
        filters: {
          filters: Object.fromEntries(
            words.map((word, index) => [
              String(index),
              { bool: { should: fields.map((field) => ({ term: { [field]: word } })) } },
            ]),
          ),
        },
      },
    },
  };
}

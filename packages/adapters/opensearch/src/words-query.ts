import type { Locale } from '@mallhive/kernel';
import type { Slots } from '@mallhive/search/ports';

export type Query = Record<string, unknown>;

const weights = { title: 10, heading: 3, facets: 2, body: 0.3 };

/** One word, in the forms that it takes in the language, or unfinished. */
function wordQuery(word: string, locale: Locale, unfinished: boolean, alone: boolean): Query {
  const fields = Object.entries(weights).map(([field, weight]) => `${field}_${locale}^${weight}`);
  const forms = {
    multi_match: {
      query: word,
      type: 'best_fields',
      tie_breaker: 0.2,
      // A word that says nothing, such as "of", neither finds nor hinders.
      zero_terms_query: alone ? 'none' : 'all',
      fields,
    },
  };
  const asTyped = { match: { [`exact_${locale}`]: { query: word, boost: 4 } } };
  const begun = unfinished && word.length >= 2 ? [{ prefix: { [`exact_${locale}`]: { value: word, boost: 2 } } }] : [];
  return { dis_max: { tie_breaker: 0.3, queries: [forms, asTyped, ...begun] } };
}

function slotsQuery(slots: Slots, locale: Locale, anySlot: boolean): Query {
  const parts = slots.map((slot, place) => {
    const alternatives = slot.map((words, alternative): Query => {
      const last = place === slots.length - 1 && alternative === 0;
      const must = words.map((word, index) =>
        wordQuery(word, locale, last && index === words.length - 1, slots.length === 1 && words.length === 1),
      );
      return must.length === 1 && must[0] ? must[0] : { bool: { must } };
    });
    return alternatives.length === 1 && alternatives[0] ? alternatives[0] : { dis_max: { queries: alternatives } };
  });
  return { bool: anySlot ? { should: parts, minimum_should_match: 1 } : { must: parts } };
}

/** What is not translated into the language is looked for in English. */
export function wordsQuery(slots: Slots, text: string, locale: Locale, anySlot: boolean): Query {
  const own = slotsQuery(slots, locale, anySlot);
  const found =
    locale === 'en'
      ? own
      : {
          bool: {
            should: [
              own,
              {
                bool: {
                  must: [slotsQuery(slots, 'en', anySlot)],
                  must_not: [{ term: { locales: locale } }],
                },
              },
            ],
            minimum_should_match: 1,
          },
        };
  return {
    bool: {
      must: [found],
      // A title or a code that is just what was typed comes first.
      should: [
        { constant_score: { filter: { term: { [`key_${locale}`]: text } }, boost: 300 } },
        { constant_score: { filter: { term: { skus: text.replaceAll(' ', '') } }, boost: 600 } },
      ],
    },
  };
}

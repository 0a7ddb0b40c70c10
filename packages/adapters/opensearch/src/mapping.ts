import { currencies, type Locale, locales } from '@mallhive/kernel';

const stemmers: Record<Locale, { stop: string; stemmer: string }> = {
  en: { stop: '_english_', stemmer: 'english' },
  de: { stop: '_german_', stemmer: 'light_german' },
  fr: { stop: '_french_', stemmer: 'light_french' },
  ar: { stop: '_arabic_', stemmer: 'arabic' },
};

/** Texts arrive in lower case, without accents and punctuation; what is left is to know the forms of a word. */
const analysis = {
  filter: Object.fromEntries(
    locales.flatMap((locale) => [
      [`stop_${locale}`, { type: 'stop', stopwords: stemmers[locale].stop }],
      [`stem_${locale}`, { type: 'stemmer', language: stemmers[locale].stemmer }],
    ]),
  ),
  analyzer: {
    plain: { type: 'custom', tokenizer: 'whitespace' },
    ...Object.fromEntries(
      locales.map((locale) => [
        `words_${locale}`,
        { type: 'custom', tokenizer: 'whitespace', filter: [`stop_${locale}`, `stem_${locale}`] },
      ]),
    ),
  },
};

const textFields = (locale: Locale) => {
  const stemmed = { type: 'text', analyzer: `words_${locale}` };
  return {
    [`title_${locale}`]: stemmed,
    [`heading_${locale}`]: stemmed,
    [`facets_${locale}`]: stemmed,
    [`body_${locale}`]: stemmed,
    /** Title and codes as they are, for unfinished words. */
    [`exact_${locale}`]: { type: 'text', analyzer: 'plain', index_prefixes: { min_chars: 2, max_chars: 10 } },
    /** What misspelt words are corrected to. */
    [`terms_${locale}`]: { type: 'text', analyzer: 'plain', norms: false },
    [`key_${locale}`]: { type: 'keyword', ignore_above: 300, doc_values: false },
  };
};

/** Settings and fields of an index of products. */
export const indexBody = {
  settings: {
    number_of_shards: 1,
    auto_expand_replicas: '0-1',
    refresh_interval: '1s',
    analysis,
  },
  mappings: {
    dynamic: 'strict',
    _source: { enabled: false },
    properties: {
      id: { type: 'keyword' },
      /** Languages that it has texts in; elsewhere the English ones answer. */
      locales: { type: 'keyword' },
      ...Object.assign({}, ...locales.map(textFields)),
      skus: { type: 'keyword', doc_values: false },
      categories: { type: 'integer' },
      seller: { type: 'integer' },
      facets: { type: 'integer' },
      /** All of the three above, counted in one go. */
      counted: { type: 'integer' },
      ...Object.fromEntries(currencies.map((currency) => [`price_${currency}`, { type: 'integer' }])),
      on_sale: { type: 'keyword' },
      rating: { type: 'float' },
      rating_count: { type: 'integer' },
      popularity: { type: 'float' },
      /** What popularity multiplies the closeness with. */
      lift: { type: 'float' },
      available: { type: 'boolean' },
      created_at: { type: 'date' },
    },
  },
} as const;

-- Rules of the search schema that the Prisma model cannot say.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA public;

-- Titles by how they begin, and words by how they are spelt, for suggestions.
CREATE INDEX documents_plain_prefix ON search.documents (plain text_pattern_ops);
CREATE INDEX texts_plain_prefix ON search.texts (locale, plain text_pattern_ops);
-- Searches come far more often than changes: what is written goes into the index at once. A list of what is still to be
-- put in would be read whole by every search, and made them ten times as dear after a thousand new products.
ALTER INDEX search.documents_lexemes_idx SET (fastupdate = off);
ALTER INDEX search.texts_lexemes_idx SET (fastupdate = off);
CREATE INDEX terms_word_trgm ON search.terms USING gin (word public.gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX queries_prefix ON search.queries (query text_pattern_ops);
CREATE INDEX terms_length ON search.terms (locale, length(word));

-- What decides the order of results; the texts come in lower case and without accents. Titles weigh most;
-- titles and SKUs are also kept unstemmed, for exact codes and unfinished words.
CREATE FUNCTION search.head(title text, skus text, heading text, facets text, config regconfig) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT setweight(to_tsvector(config, title), 'A')
      || setweight(to_tsvector('simple', title || ' ' || skus), 'A')
      || setweight(to_tsvector(config, heading), 'B')
      || setweight(to_tsvector(config, facets), 'C')
$$;

-- One word, stemmed or as typed; a word of another language than English is also tried as an English one, because
-- what is not translated stands there in English. Null when the word says nothing.
CREATE FUNCTION search.word_query(word text, unfinished boolean, alone boolean, config regconfig) RETURNS tsquery LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  part tsquery := plainto_tsquery(config, word);
BEGIN
  IF config <> 'english'::regconfig THEN part := part || plainto_tsquery('english', word); END IF;
  IF numnode(part) = 0 AND NOT alone THEN RETURN NULL; END IF;
  IF unfinished AND word ~ '^[[:alnum:]]{2,}$' THEN RETURN part || to_tsquery('simple', word || ':*'); END IF;
  RETURN CASE WHEN part::text = quote_literal(word) THEN part ELSE part || plainto_tsquery('simple', word) END;
END $$;

-- `slots`: for each typed word its alternatives, each a list of words: [[["sofa"], ["couch"]], [["tee"], ["t", "shirt"]]].
-- Every slot must be met, by one of its alternatives whole; what was typed last may be unfinished. With any_slot one
-- slot is enough. Null when nothing is left to look for.
CREATE FUNCTION search.to_query(slots jsonb, any_slot boolean, config regconfig) RETURNS tsquery LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  whole tsquery; part tsquery; phrase tsquery; one tsquery;
  slot jsonb; alternative jsonb; word text;
  last_slot int := jsonb_array_length(slots) - 1;
  last_word int;
BEGIN
  FOR s IN 0 .. last_slot LOOP
    slot := slots -> s;
    part := NULL;
    FOR a IN 0 .. jsonb_array_length(slot) - 1 LOOP
      alternative := slot -> a;
      phrase := NULL;
      last_word := jsonb_array_length(alternative) - 1;
      FOR w IN 0 .. last_word LOOP
        word := alternative ->> w;
        one := search.word_query(word, s = last_slot AND a = 0 AND w = last_word, last_slot = 0 AND last_word = 0, config);
        phrase := CASE WHEN phrase IS NULL THEN one WHEN one IS NULL THEN phrase ELSE phrase && one END;
      END LOOP;
      part := CASE WHEN part IS NULL THEN phrase WHEN phrase IS NULL THEN part ELSE part || phrase END;
    END LOOP;
    CONTINUE WHEN part IS NULL;
    whole := CASE WHEN whole IS NULL THEN part WHEN any_slot THEN whole || part ELSE whole && part END;
  END LOOP;
  RETURN whole;
END $$;

-- Words that a misspelt or unfinished one may be, closest first.
CREATE FUNCTION search.close_terms(typed text, most int, language text) RETURNS SETOF text LANGUAGE sql STABLE
SET pg_trgm.word_similarity_threshold = 0.45 AS $$
  SELECT word FROM search.terms WHERE locale IN ('en', language) AND typed OPERATOR(public.<%) word AND word <> typed
  GROUP BY word
  ORDER BY public.word_similarity(typed, word) DESC, public.similarity(typed, word) DESC, sum(documents) DESC, word LIMIT most
$$;

ALTER TABLE search.synonyms
  ADD CONSTRAINT synonyms_kind_known CHECK (kind IN ('two_way', 'one_way')),
  ADD CONSTRAINT synonyms_locale_known CHECK (locale IN ('en', 'de', 'fr', 'ar')),
  ADD CONSTRAINT synonyms_complete CHECK (
    kind = 'two_way' AND cardinality(terms) >= 2 AND cardinality(replacements) = 0
    OR kind = 'one_way' AND cardinality(terms) >= 1 AND cardinality(replacements) >= 1);
ALTER TABLE search.queries ADD CONSTRAINT queries_counts CHECK (searches >= 0 AND clicks >= 0 AND nothing >= 0 AND places >= clicks);

ALTER TABLE search.order_items ADD CONSTRAINT order_items_units_positive CHECK (units > 0);
ALTER TABLE search.product_views ADD CONSTRAINT product_views_not_negative CHECK (views >= 0);
ALTER TABLE search.co_purchases ADD CONSTRAINT co_purchases_two_products CHECK (product_id <> other_id AND orders > 0);

ALTER TABLE search.rails ADD CONSTRAINT rails_kind_known
  CHECK (kind IN ('also-bought', 'bought-together', 'similar', 'for-you', 'trending'));
ALTER TABLE search.rail_runs ADD CONSTRAINT rail_runs_phase_known CHECK (phase IN ('products', 'shoppers', 'categories', 'done'));
-- One computation at a time.
CREATE UNIQUE INDEX rail_runs_one_open ON search.rail_runs ((true)) WHERE finished_at IS NULL;
ALTER TABLE search.documents ADD CONSTRAINT documents_rest_days CHECK (rest_days BETWEEN 0 AND 365);

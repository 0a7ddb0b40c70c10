-- Rules of the search schema that the Prisma model cannot say.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA public;

CREATE INDEX documents_plain_trgm ON search.documents USING gin (plain public.gin_trgm_ops);
CREATE INDEX queries_prefix ON search.queries (query text_pattern_ops);
CREATE INDEX terms_length ON search.terms (length(word));

-- What decides the order of results; the texts come in lower case and without accents. Titles weigh most;
-- titles and SKUs are also kept unstemmed, for exact codes and unfinished words.
CREATE FUNCTION search.head(title text, skus text, heading text, facets text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE
AS $$
  SELECT setweight(to_tsvector('english', title), 'A')
      || setweight(to_tsvector('simple', title || ' ' || skus), 'A')
      || setweight(to_tsvector('english', heading), 'B')
      || setweight(to_tsvector('english', facets), 'C')
$$;

-- All words must occur, stemmed or as typed; the last may be unfinished. With any_word one is enough. Null when nothing is left to look for.
CREATE FUNCTION search.to_query(words text[], any_word boolean) RETURNS tsquery LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  whole tsquery;
  part tsquery;
  word text;
  place int := 0;
BEGIN
  FOREACH word IN ARRAY words LOOP
    place := place + 1;
    part := plainto_tsquery('english', word);
    IF numnode(part) = 0 AND cardinality(words) > 1 THEN CONTINUE; END IF;
    IF place = cardinality(words) AND word ~ '^[[:alnum:]]{2,}$' THEN
      part := part || to_tsquery('simple', word || ':*');
    ELSIF part::text <> quote_literal(word) THEN
      part := part || plainto_tsquery('simple', word);
    END IF;
    whole := CASE WHEN whole IS NULL THEN part WHEN any_word THEN whole || part ELSE whole && part END;
  END LOOP;
  RETURN whole;
END $$;

-- Titles that hold something like a misspelt beginning, closest first.
CREATE FUNCTION search.similar_titles(typed text, most int) RETURNS SETOF uuid LANGUAGE sql STABLE
SET pg_trgm.word_similarity_threshold = 0.45 AS $$
  SELECT product_id FROM search.documents WHERE typed OPERATOR(public.<%) plain
  ORDER BY public.word_similarity(typed, plain) DESC, length(plain), product_id LIMIT most
$$;

ALTER TABLE search.order_items ADD CONSTRAINT order_items_units_positive CHECK (units > 0);
ALTER TABLE search.product_views ADD CONSTRAINT product_views_not_negative CHECK (views >= 0);
ALTER TABLE search.co_purchases ADD CONSTRAINT co_purchases_two_products CHECK (product_id <> other_id AND orders > 0);

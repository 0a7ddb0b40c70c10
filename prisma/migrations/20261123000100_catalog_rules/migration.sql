-- Rules of the catalog schema that the Prisma model cannot say.

ALTER TABLE catalog.categories
  ADD CONSTRAINT categories_path_form CHECK (path ~ '^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$'),
  ADD CONSTRAINT categories_not_own_parent CHECK (parent_id IS DISTINCT FROM id);

ALTER TABLE catalog.products
  ADD CONSTRAINT products_status_known CHECK (status IN ('draft', 'published', 'archived')),
  ADD CONSTRAINT products_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT products_title_present CHECK (title <> ''),
  ADD CONSTRAINT products_ratings_sane CHECK (rating_count >= 0 AND rating_sum BETWEEN rating_count AND rating_count * 5),
  ADD CONSTRAINT products_distribution_length CHECK (cardinality(rating_distribution) = 5);

ALTER TABLE catalog.variants
  ADD CONSTRAINT variants_weight_not_negative CHECK (weight_grams >= 0),
  ADD CONSTRAINT variants_available_not_negative CHECK (available_quantity >= 0);

ALTER TABLE catalog.prices
  ADD CONSTRAINT prices_positive CHECK (amount > 0 AND compare_at > 0 AND sale_amount > 0),
  ADD CONSTRAINT prices_sale_is_lower CHECK (sale_amount < amount),
  ADD CONSTRAINT prices_sale_window CHECK (sale_starts_at < sale_ends_at);

ALTER TABLE catalog.reviews ADD CONSTRAINT reviews_rating_range CHECK (rating BETWEEN 1 AND 5);

-- The dashboard searches titles as typed, anywhere in the word.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE INDEX products_title_trgm ON catalog.products USING gin (lower(title) public.gin_trgm_ops);

CREATE INDEX product_cards_due ON catalog.product_cards (refresh_at) WHERE refresh_at IS NOT NULL;
CREATE INDEX product_cards_on_sale ON catalog.product_cards (currency, created_at DESC, product_id DESC) WHERE compare_at IS NOT NULL;

CREATE SEQUENCE catalog.card_revision AS bigint;

-- Timestamps as the API writes them.
CREATE FUNCTION catalog.iso(at timestamptz) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

CREATE FUNCTION catalog.sale_is_on(sale_amount int, starts timestamptz, ends timestamptz, at timestamptz)
RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT sale_amount IS NOT NULL AND (starts IS NULL OR starts <= at) AND (ends IS NULL OR ends > at) $$;

-- What a shopper pays at that moment.
CREATE FUNCTION catalog.current_price(amount int, sale_amount int, starts timestamptz, ends timestamptz, at timestamptz)
RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT CASE WHEN catalog.sale_is_on(sale_amount, starts, ends, at) THEN sale_amount ELSE amount END $$;

-- The price before the reduction, or null when nothing is reduced.
CREATE FUNCTION catalog.compare_price(amount int, compare_at int, sale_amount int, starts timestamptz, ends timestamptz, at timestamptz)
RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT CASE
  WHEN catalog.sale_is_on(sale_amount, starts, ends, at) THEN greatest(amount, compare_at)
  WHEN compare_at > amount THEN compare_at END $$;

-- Makes the cards of these products anew as of a moment: the only writer of product_cards.
-- Locks the products in a fixed order first, so that of two concurrent refreshes the later one sees the earlier change.
CREATE FUNCTION catalog.refresh_cards(ids uuid[], at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM catalog.products WHERE id = ANY (ids) ORDER BY id FOR UPDATE;

  WITH RECURSIVE chosen AS (
    SELECT p.*, s.slug AS seller_slug, s.name AS seller_name
    FROM catalog.products p JOIN catalog.seller_profiles s ON s.seller_id = p.seller_id
    WHERE p.id = ANY (ids) AND p.status = 'published'
  ), ancestry AS (
    SELECT c.id AS leaf_id, c.parent_id, ARRAY[c.path] AS paths
    FROM catalog.categories c WHERE c.id IN (SELECT category_id FROM chosen)
    UNION ALL
    SELECT a.leaf_id, c.parent_id, c.path || a.paths FROM ancestry a JOIN catalog.categories c ON c.id = a.parent_id
  ), priced AS (
    SELECT v.product_id, v.id, v.available_quantity, r.currency,
      catalog.current_price(r.amount, r.sale_amount, r.sale_starts_at, r.sale_ends_at, at) AS price,
      catalog.compare_price(r.amount, r.compare_at, r.sale_amount, r.sale_starts_at, r.sale_ends_at, at) AS compare_at,
      CASE WHEN r.sale_amount IS NOT NULL THEN CASE
        WHEN r.sale_starts_at > at THEN r.sale_starts_at
        WHEN r.sale_ends_at > at THEN r.sale_ends_at END END AS next_change
    FROM catalog.variants v JOIN catalog.prices r ON r.variant_id = v.id
    WHERE v.product_id = ANY (ids) AND v.active
  ), summed AS (
    SELECT product_id, currency, min(price) AS price, max(price) AS max_price,
      (array_agg(compare_at ORDER BY price, compare_at DESC NULLS LAST))[1] AS compare_at,
      sum(available_quantity)::int AS available_quantity, count(*) AS variants, min(id::text)::uuid AS any_variant,
      min(next_change) AS next_change
    FROM priced GROUP BY product_id, currency
  ), pictures AS (
    SELECT product_id, array_agg(json_build_object('url', url, 'alt', alt, 'width', width, 'height', height) ORDER BY position) AS images
    FROM catalog.product_media WHERE product_id = ANY (ids) AND position < 2 GROUP BY product_id
  ), made AS (
    SELECT p.id, s.currency, p.seller_id, a.paths, p.created_at, s.price, s.compare_at,
      CASE WHEN p.rating_count > 0 THEN round(p.rating_sum::numeric / p.rating_count, 2) ELSE 0 END AS average, p.rating_count,
      s.available_quantity > 0 AS available,
      least(s.next_change, CASE WHEN p.created_at > at - interval '30 days' THEN p.created_at + interval '30 days' END) AS refresh_at,
      p.slug, p.title, m.images, s.max_price, p.seller_slug, p.seller_name, s.variants, s.any_variant, s.available_quantity
    FROM chosen p
    JOIN summed s ON s.product_id = p.id
    JOIN ancestry a ON a.leaf_id = p.category_id AND a.parent_id IS NULL
    LEFT JOIN pictures m ON m.product_id = p.id
  ), written AS (
    INSERT INTO catalog.product_cards AS old (product_id, currency, seller_id, category_paths, created_at, price, compare_at,
      rating_average, rating_count, available, refresh_at, revision, card)
    SELECT id, currency, seller_id, paths, created_at, price, compare_at, average, rating_count, available, refresh_at,
      nextval('catalog.card_revision'),
      json_build_object(
        'id', id, 'slug', slug, 'title', title, 'image', images[1], 'hoverImage', images[2],
        'price', json_build_object(
          'current', json_build_object('amount', price, 'currency', currency),
          'compareAt', CASE WHEN compare_at IS NOT NULL THEN json_build_object('amount', compare_at, 'currency', currency) END),
        'fromPrice', max_price > price,
        'rating', json_build_object('average', average, 'count', rating_count),
        'seller', json_build_object('id', seller_id, 'slug', seller_slug, 'name', seller_name),
        'available', available,
        'singleVariantId', CASE WHEN variants = 1 THEN any_variant END,
        'badges', array_to_json(array_remove(ARRAY[
          CASE WHEN compare_at IS NOT NULL THEN 'sale' END,
          CASE WHEN created_at > at - interval '30 days' THEN 'new' END,
          CASE WHEN available_quantity BETWEEN 1 AND 5 THEN 'low-stock' END], NULL)))
    FROM made
    ON CONFLICT (product_id, currency) DO UPDATE SET
      seller_id = excluded.seller_id, category_paths = excluded.category_paths, created_at = excluded.created_at,
      price = excluded.price, compare_at = excluded.compare_at, rating_average = excluded.rating_average,
      rating_count = excluded.rating_count, available = excluded.available, refresh_at = excluded.refresh_at,
      revision = excluded.revision, card = excluded.card
    RETURNING product_id, currency
  )
  DELETE FROM catalog.product_cards c
  WHERE c.product_id = ANY (ids) AND NOT EXISTS (SELECT 1 FROM made m WHERE m.id = c.product_id AND m.currency = c.currency);
END $$;

-- Rating and product count of a seller, from the products that a shopper can see.
CREATE FUNCTION catalog.refresh_sellers(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE catalog.seller_profiles s SET rating_sum = t.rating_sum, rating_count = t.rating_count, product_count = t.products
  FROM (
    SELECT i.id, coalesce(sum(p.rating_sum), 0)::int AS rating_sum, coalesce(sum(p.rating_count), 0)::int AS rating_count, count(p.id)::int AS products
    FROM unnest(ids) AS i (id) LEFT JOIN catalog.products p ON p.seller_id = i.id AND p.status = 'published'
    GROUP BY i.id
  ) t
  WHERE s.seller_id = t.id
    AND (s.rating_sum, s.rating_count, s.product_count) IS DISTINCT FROM (t.rating_sum, t.rating_count, t.products)
$$;

-- Rules of the catalog schema that the Prisma model cannot say.

ALTER TABLE catalog.categories
  ADD CONSTRAINT categories_path_form CHECK (path ~ '^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$'),
  ADD CONSTRAINT categories_not_own_parent CHECK (parent_id IS DISTINCT FROM id);

ALTER TABLE catalog.products
  ADD CONSTRAINT products_status_known CHECK (status IN ('draft', 'published', 'archived')),
  ADD CONSTRAINT products_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT products_title_present CHECK (title <> ''),
  ADD CONSTRAINT products_ratings_sane CHECK (rating_count >= 0 AND rating_sum BETWEEN rating_count AND rating_count * 5),
  ADD CONSTRAINT products_distribution_length CHECK (cardinality(rating_distribution) = 5),
  ADD CONSTRAINT products_moderation_known CHECK (moderation IN ('none', 'pending', 'approved', 'rejected')),
  ADD CONSTRAINT products_availability CHECK (available_from < available_until),
  ADD CONSTRAINT products_only_drafts_wait CHECK (publish_at IS NULL OR status = 'draft');

ALTER TABLE catalog.seller_profiles
  ADD CONSTRAINT seller_profiles_status_known CHECK (status IN ('pending', 'approved', 'suspended', 'rejected'));

ALTER TABLE catalog.category_attributes
  ADD CONSTRAINT category_attributes_type_known CHECK (type IN ('text', 'number', 'choice', 'multi-choice', 'boolean'));

ALTER TABLE catalog.product_translations ADD CONSTRAINT product_translations_locale_known CHECK (locale IN ('de', 'fr', 'ar'));

ALTER TABLE catalog.sales
  ADD CONSTRAINT sales_window CHECK (starts_at < ends_at),
  ADD CONSTRAINT sales_percent_or_amounts CHECK (num_nonnulls(percent, amounts) = 1),
  ADD CONSTRAINT sales_percent_range CHECK (percent BETWEEN 1 AND 95);

ALTER TABLE catalog.moderation_cases
  ADD CONSTRAINT moderation_cases_status_known CHECK (status IN ('pending', 'approved', 'rejected')),
  ADD CONSTRAINT moderation_cases_decided CHECK ((status = 'pending') = (decided_at IS NULL));
-- A product waits once.
CREATE UNIQUE INDEX moderation_cases_pending ON catalog.moderation_cases (product_id) WHERE status = 'pending';

ALTER TABLE catalog.exchange_rates ADD CONSTRAINT exchange_rates_positive CHECK (rate > 0);
-- What a new shop begins with; administrators keep them.
INSERT INTO catalog.exchange_rates (currency, rate) VALUES ('EUR', 1), ('GBP', 0.8500), ('USD', 1.1000), ('JPY', 165);

ALTER TABLE catalog.variants
  ADD CONSTRAINT variants_option_ids CHECK (cardinality(option_value_ids) <= 3),
  ADD CONSTRAINT variants_weight_not_negative CHECK (weight_grams >= 0),
  ADD CONSTRAINT variants_available_not_negative CHECK (available_quantity >= 0),
  ADD CONSTRAINT variants_backorder_range CHECK (backorder_quantity BETWEEN 0 AND available_quantity);

-- Of those on sale: a retired variant does not keep its SKU from others of the shop.
CREATE UNIQUE INDEX variants_sku_of_seller ON catalog.variants (seller_id, sku) WHERE active;
CREATE INDEX variants_sku_search ON catalog.variants (seller_id, (lower(sku) COLLATE "C"));

ALTER TABLE catalog.prices
  ADD CONSTRAINT prices_positive CHECK (amount > 0 AND compare_at > 0 AND sale_amount > 0),
  ADD CONSTRAINT prices_sale_is_lower CHECK (sale_amount < amount),
  ADD CONSTRAINT prices_sale_window CHECK (sale_starts_at < sale_ends_at);

ALTER TABLE catalog.reviews ADD CONSTRAINT reviews_rating_range CHECK (rating BETWEEN 1 AND 5);

-- The dashboard searches titles as typed, anywhere in the word.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE INDEX products_title_trgm ON catalog.products USING gin (lower(title) public.gin_trgm_ops);

CREATE INDEX products_tags ON catalog.products USING gin (tags) WHERE tags <> '{}';
CREATE INDEX products_due ON catalog.products (publish_at) WHERE publish_at IS NOT NULL;
CREATE INDEX products_waiting ON catalog.products (seller_id, created_at DESC, id DESC) WHERE moderation IN ('pending', 'rejected');
CREATE INDEX products_figures ON catalog.products (seller_id) INCLUDE (rating_sum, rating_count)
  WHERE status = 'published' AND moderation = 'approved';
CREATE INDEX product_summaries_unpriced ON catalog.product_summaries (seller_id, created_at DESC, product_id DESC) WHERE price_missing;
CREATE INDEX product_summaries_out ON catalog.product_summaries (seller_id, created_at DESC, product_id DESC) WHERE stock = 0;
CREATE INDEX product_summaries_low ON catalog.product_summaries (seller_id, created_at DESC, product_id DESC) WHERE stock BETWEEN 1 AND 5;

-- Read with every list of a category; see search_rules.
ALTER INDEX catalog.product_cards_category_paths_idx SET (fastupdate = off);
CREATE INDEX product_cards_due ON catalog.product_cards (refresh_at) WHERE refresh_at IS NOT NULL;
CREATE INDEX product_cards_on_sale ON catalog.product_cards (created_at DESC, product_id DESC) WHERE on_sale;
CREATE INDEX product_cards_price_eur ON catalog.product_cards ((prices[1]), product_id);
CREATE INDEX product_cards_price_usd ON catalog.product_cards ((prices[2]), product_id);
CREATE INDEX product_cards_price_gbp ON catalog.product_cards ((prices[3]), product_id);
CREATE INDEX product_cards_price_jpy ON catalog.product_cards ((prices[4]), product_id);

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

-- 'a/b/c' -> {a, a/b, a/b/c}
CREATE FUNCTION catalog.path_with_ancestors(path text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT array_agg(array_to_string(parts[1:i], '/') ORDER BY i) FROM string_to_array(path, '/') AS parts, generate_subscripts(parts, 1) AS i $$;

-- The order of the prices in product_cards; the kernel's.
CREATE FUNCTION catalog.currencies() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT ARRAY['EUR', 'USD', 'GBP', 'JPY'] $$;

-- Twin of convertPrice in convert-price.ts, which says how it rounds.
CREATE FUNCTION catalog.convert_price(amount int, from_currency text, from_rate numeric, to_currency text, to_rate numeric)
RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT CASE WHEN amount IS NOT NULL THEN least(2000000000, greatest(1,
    div(2 * amount * to_rate * (CASE WHEN to_currency = 'JPY' THEN 1 ELSE 100 END)
        + from_rate * (CASE WHEN from_currency = 'JPY' THEN 1 ELSE 100 END) * (CASE WHEN to_currency = 'JPY' THEN 10 ELSE 5 END),
      2 * from_rate * (CASE WHEN from_currency = 'JPY' THEN 1 ELSE 100 END) * (CASE WHEN to_currency = 'JPY' THEN 10 ELSE 5 END)))
    * (CASE WHEN to_currency = 'JPY' THEN 10 ELSE 5 END))::int END $$;

-- Prices of the currencies that the seller set none for, and the sale that is on or comes next: after every change of
-- prices, sales, variants or exchange rates, before refresh_cards.
CREATE FUNCTION catalog.refresh_prices(ids uuid[], at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO catalog.prices AS old (variant_id, currency, amount, compare_at, converted)
  SELECT b.variant_id, t.currency, x.amount, CASE WHEN x.compare_at > x.amount THEN x.compare_at END, true
  FROM catalog.products p
  JOIN catalog.variants v ON v.product_id = p.id
  JOIN catalog.prices b ON b.variant_id = v.id AND b.currency = p.currency AND NOT b.converted
  JOIN catalog.exchange_rates f ON f.currency = p.currency
  JOIN catalog.exchange_rates t ON t.currency <> p.currency
  CROSS JOIN LATERAL (SELECT
    catalog.convert_price(b.amount, f.currency, f.rate, t.currency, t.rate) AS amount,
    catalog.convert_price(b.compare_at, f.currency, f.rate, t.currency, t.rate) AS compare_at
    -- Otherwise the planner writes the long expression down wherever x is named, and it is computed five times.
    OFFSET 0) x
  -- Looked up one by one, whatever the planner believes of tables that are too small to be analysed: never all prices.
  LEFT JOIN LATERAL (
    SELECT * FROM catalog.prices k WHERE k.variant_id = v.id AND k.currency = t.currency OFFSET 0) known ON true
  WHERE p.id = ANY (ids) AND (known.variant_id IS NULL OR known.converted
    AND (known.amount, known.compare_at) IS DISTINCT FROM (x.amount, CASE WHEN x.compare_at > x.amount THEN x.compare_at END))
  ON CONFLICT (variant_id, currency) DO UPDATE SET amount = excluded.amount, compare_at = excluded.compare_at,
    sale_amount = NULL, sale_starts_at = NULL, sale_ends_at = NULL
  WHERE old.converted AND (old.amount, old.compare_at) IS DISTINCT FROM (excluded.amount, excluded.compare_at);

  UPDATE catalog.prices r SET sale_amount = x.amount, sale_starts_at = x.starts_at, sale_ends_at = x.ends_at
  FROM (
    SELECT r.variant_id, r.currency, y.amount, CASE WHEN y.amount IS NOT NULL THEN s.starts_at END AS starts_at,
      CASE WHEN y.amount IS NOT NULL THEN s.ends_at END AS ends_at
    FROM catalog.products p
    JOIN catalog.variants v ON v.product_id = p.id
    JOIN catalog.prices r ON r.variant_id = v.id
    LEFT JOIN LATERAL (
      SELECT s.* FROM catalog.sales s
      WHERE s.product_id = p.id AND (s.everything OR v.id = ANY (s.variant_ids)) AND (s.ends_at IS NULL OR s.ends_at > at)
      ORDER BY s.starts_at NULLS FIRST LIMIT 1) s ON true
    LEFT JOIN catalog.exchange_rates f ON f.currency = p.currency AND s.id IS NOT NULL
    LEFT JOIN catalog.exchange_rates t ON t.currency = r.currency AND s.id IS NOT NULL
    LEFT JOIN LATERAL (SELECT CASE
      WHEN s.percent IS NOT NULL THEN greatest(1, div(r.amount::numeric * (100 - s.percent) + 50, 100))::int
      WHEN s.amounts ? r.currency THEN (s.amounts ->> r.currency)::int
      ELSE catalog.convert_price((s.amounts ->> p.currency)::int, f.currency, f.rate, t.currency, t.rate) END AS amount) z ON true
    LEFT JOIN LATERAL (SELECT CASE WHEN z.amount < r.amount THEN z.amount END AS amount) y ON true
    WHERE p.id = ANY (ids)
      AND (r.sale_amount IS NOT NULL OR EXISTS (SELECT 1 FROM catalog.sales e WHERE e.product_id = p.id))
  ) x
  WHERE r.variant_id = x.variant_id AND r.currency = x.currency
    AND (r.sale_amount, r.sale_starts_at, r.sale_ends_at) IS DISTINCT FROM (x.amount, x.starts_at, x.ends_at);
END $$;

-- Makes the cards of these products anew as of a moment: the only writer of product_cards and product_summaries.
-- Locks the products in a fixed order first, so that of two concurrent refreshes the later one sees the earlier change.
CREATE FUNCTION catalog.refresh_cards(ids uuid[], at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM catalog.products WHERE id = ANY (ids) ORDER BY id FOR UPDATE;

  INSERT INTO catalog.product_summaries AS old (product_id, seller_id, created_at, stock, price, price_missing)
  SELECT p.id, p.seller_id, p.created_at, coalesce(sum(v.available_quantity - v.backorder_quantity), 0)::int, min(r.amount),
    count(v.id) = 0 OR count(v.id) > count(r.amount)
  FROM catalog.products p
  LEFT JOIN catalog.variants v ON v.product_id = p.id AND v.active
  LEFT JOIN catalog.prices r ON r.variant_id = v.id AND r.currency = p.currency
  WHERE p.id = ANY (ids) GROUP BY p.id
  ON CONFLICT (product_id) DO UPDATE SET stock = excluded.stock, price = excluded.price, price_missing = excluded.price_missing
  WHERE (old.stock, old.price, old.price_missing) IS DISTINCT FROM (excluded.stock, excluded.price, excluded.price_missing);

  WITH RECURSIVE chosen AS (
    SELECT p.*, s.slug AS seller_slug, s.name AS seller_name,
      (p.available_from IS NULL OR p.available_from <= at) AND (p.available_until IS NULL OR p.available_until > at) AS on_offer
    FROM catalog.products p JOIN catalog.seller_profiles s ON s.seller_id = p.seller_id AND s.status = 'approved'
    WHERE p.id = ANY (ids) AND p.status = 'published' AND p.moderation = 'approved'
  ), ancestry AS (
    SELECT c.id AS leaf_id, c.parent_id, ARRAY[c.path] AS paths
    FROM catalog.categories c WHERE c.id IN (SELECT category_id FROM chosen)
    UNION ALL
    SELECT a.leaf_id, c.parent_id, c.path || a.paths FROM ancestry a JOIN catalog.categories c ON c.id = a.parent_id
  ), priced AS (
    SELECT v.product_id, r.currency,
      catalog.current_price(r.amount, r.sale_amount, r.sale_starts_at, r.sale_ends_at, at) AS price,
      catalog.compare_price(r.amount, r.compare_at, r.sale_amount, r.sale_starts_at, r.sale_ends_at, at) AS compare_at,
      CASE WHEN r.sale_amount IS NOT NULL THEN CASE
        WHEN r.sale_starts_at > at THEN r.sale_starts_at
        WHEN r.sale_ends_at > at THEN r.sale_ends_at END END AS next_change
    FROM catalog.variants v JOIN catalog.prices r ON r.variant_id = v.id
    WHERE v.product_id IN (SELECT id FROM chosen) AND v.active
  ), by_currency AS (
    SELECT product_id, currency, min(price) AS price, max(price) AS max_price,
      (array_agg(compare_at ORDER BY price, compare_at DESC NULLS LAST))[1] AS compare_at, min(next_change) AS next_change
    FROM priced GROUP BY product_id, currency
  ), summed AS (
    SELECT b.product_id,
      array_agg(b.price ORDER BY o.place) AS prices, array_agg(b.compare_at ORDER BY o.place) AS compare_at,
      array_agg(b.max_price ORDER BY o.place) AS max_prices, bool_or(b.compare_at IS NOT NULL) AS on_sale, min(b.next_change) AS next_change
    FROM by_currency b JOIN unnest(catalog.currencies()) WITH ORDINALITY AS o (currency, place) ON o.currency = b.currency
    GROUP BY b.product_id HAVING count(*) = cardinality(catalog.currencies())
  ), counted AS (
    SELECT product_id, sum(available_quantity)::int AS available_quantity,
      sum(available_quantity - backorder_quantity)::int AS in_stock, count(*) AS variants, min(id::text)::uuid AS any_variant
    FROM catalog.variants WHERE product_id IN (SELECT id FROM chosen) AND active GROUP BY product_id
  ), pictures AS (
    SELECT product_id, array_agg(json_build_object('url', url, 'alt', alt, 'width', width, 'height', height) ORDER BY position) AS images
    FROM catalog.product_media WHERE product_id IN (SELECT id FROM chosen) AND position < 2 GROUP BY product_id
  ), named AS (
    SELECT product_id, json_object_agg(locale, title) AS titles
    FROM catalog.product_translations WHERE product_id IN (SELECT id FROM chosen) AND title <> '' GROUP BY product_id
  ), made AS (
    SELECT p.id, p.seller_id, a.paths, p.created_at, s.prices, s.compare_at, s.max_prices, s.on_sale,
      CASE WHEN p.rating_count > 0 THEN round(p.rating_sum::numeric / p.rating_count, 2) ELSE 0 END AS average, p.rating_count,
      c.available_quantity > 0 AND p.on_offer AS available,
      least(s.next_change, CASE WHEN p.created_at > at - interval '30 days' THEN p.created_at + interval '30 days' END,
        CASE WHEN p.available_from > at THEN p.available_from END,
        CASE WHEN p.available_until > at THEN p.available_until END) AS refresh_at,
      p.slug, p.title, m.images, n.titles, p.seller_slug, p.seller_name, c.variants, c.any_variant, c.in_stock
    FROM chosen p
    JOIN summed s ON s.product_id = p.id
    JOIN counted c ON c.product_id = p.id
    JOIN ancestry a ON a.leaf_id = p.category_id AND a.parent_id IS NULL
    LEFT JOIN pictures m ON m.product_id = p.id
    LEFT JOIN named n ON n.product_id = p.id
  ), written AS (
    INSERT INTO catalog.product_cards AS old (product_id, seller_id, category_paths, created_at, prices, compare_at, max_prices, on_sale,
      rating_average, rating_count, available, refresh_at, revision, titles, card)
    SELECT id, seller_id, paths, created_at, prices, compare_at, max_prices, on_sale, average, rating_count, available, refresh_at,
      nextval('catalog.card_revision'), titles,
      json_build_object(
        'id', id, 'slug', slug, 'title', title, 'image', images[1], 'hoverImage', images[2],
        'rating', json_build_object('average', average, 'count', rating_count),
        'seller', json_build_object('id', seller_id, 'slug', seller_slug, 'name', seller_name),
        'available', available,
        'singleVariantId', CASE WHEN variants = 1 THEN any_variant END,
        'badges', array_to_json(array_remove(ARRAY[
          CASE WHEN created_at > at - interval '30 days' THEN 'new' END,
          CASE WHEN available AND in_stock BETWEEN 1 AND 5 THEN 'low-stock' END], NULL)))
    FROM made
    ON CONFLICT (product_id) DO UPDATE SET
      seller_id = excluded.seller_id, category_paths = excluded.category_paths, created_at = excluded.created_at,
      prices = excluded.prices, compare_at = excluded.compare_at, max_prices = excluded.max_prices, on_sale = excluded.on_sale,
      rating_average = excluded.rating_average, rating_count = excluded.rating_count, available = excluded.available,
      refresh_at = excluded.refresh_at, revision = excluded.revision, titles = excluded.titles, card = excluded.card
    RETURNING product_id
  )
  DELETE FROM catalog.product_cards c
  WHERE c.product_id = ANY (ids) AND NOT EXISTS (SELECT 1 FROM made m WHERE m.id = c.product_id);
END $$;

-- Keeps seller_product_counts, so that the dashboard never counts. Whoever changes several products locks them first.
CREATE FUNCTION catalog.product_buckets(status text, moderation text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT CASE WHEN moderation IN ('pending', 'rejected') THEN ARRAY[status, moderation] ELSE ARRAY[status] END $$;

CREATE FUNCTION catalog.count_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO catalog.seller_product_counts AS c (seller_id, bucket, products)
  SELECT seller_id, bucket, sum(delta)::int FROM (
    SELECT seller_id, unnest(catalog.product_buckets(status, moderation)) AS bucket, 1 AS delta FROM after_rows
    UNION ALL
    SELECT seller_id, unnest(catalog.product_buckets(status, moderation)), -1 FROM before_rows
  ) x GROUP BY seller_id, bucket HAVING sum(delta) <> 0 ORDER BY seller_id, bucket
  ON CONFLICT (seller_id, bucket) DO UPDATE SET products = c.products + excluded.products;
  RETURN NULL;
END $$;
CREATE FUNCTION catalog.count_new_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO catalog.seller_product_counts AS c (seller_id, bucket, products)
  SELECT seller_id, bucket, count(*)::int FROM (
    SELECT seller_id, unnest(catalog.product_buckets(status, moderation)) AS bucket FROM after_rows
  ) x GROUP BY seller_id, bucket ORDER BY seller_id, bucket
  ON CONFLICT (seller_id, bucket) DO UPDATE SET products = c.products + excluded.products;
  RETURN NULL;
END $$;
CREATE FUNCTION catalog.count_deleted_products() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE catalog.seller_product_counts c SET products = c.products - x.products
  FROM (
    SELECT seller_id, bucket, count(*)::int AS products FROM (
      SELECT seller_id, unnest(catalog.product_buckets(status, moderation)) AS bucket FROM before_rows
    ) y GROUP BY seller_id, bucket
  ) x WHERE c.seller_id = x.seller_id AND c.bucket = x.bucket;
  RETURN NULL;
END $$;
CREATE TRIGGER products_counted AFTER UPDATE ON catalog.products
  REFERENCING NEW TABLE AS after_rows OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION catalog.count_products();
CREATE TRIGGER products_counted_new AFTER INSERT ON catalog.products
  REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION catalog.count_new_products();
CREATE TRIGGER products_counted_deleted AFTER DELETE ON catalog.products
  REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION catalog.count_deleted_products();

-- Rating and product count of a seller, from the products that a shopper can see.
CREATE FUNCTION catalog.refresh_sellers(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE catalog.seller_profiles s SET rating_sum = t.rating_sum, rating_count = t.rating_count, product_count = t.products
  FROM (
    SELECT i.id, coalesce(sum(p.rating_sum), 0)::int AS rating_sum, coalesce(sum(p.rating_count), 0)::int AS rating_count, count(p.id)::int AS products
    FROM unnest(ids) AS i (id) LEFT JOIN catalog.products p ON p.seller_id = i.id AND p.status = 'published' AND p.moderation = 'approved'
    GROUP BY i.id
  ) t
  WHERE s.seller_id = t.id
    AND (s.rating_sum, s.rating_count, s.product_count) IS DISTINCT FROM (t.rating_sum, t.rating_count, t.products)
$$;

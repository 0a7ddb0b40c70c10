-- Rules of the analytics schema that the Prisma model cannot say.
ALTER TABLE analytics.sale_facts ADD CONSTRAINT sale_facts_sane CHECK (units > 0 AND revenue >= 0);

-- Behaviour: the same columns as in the model, but one partition a day, so that old days go in one piece.
DROP TABLE analytics.behaviour_events;
CREATE SEQUENCE analytics.behaviour_seq AS bigint;
CREATE TABLE analytics.behaviour_events (
  id uuid NOT NULL,
  visitor_id uuid,
  type text NOT NULL,
  version smallint NOT NULL DEFAULT 1,
  at timestamptz(3) NOT NULL,
  path text NOT NULL,
  product_id uuid,
  seller_id uuid,
  query text,
  results integer,
  rail text,
  step text,
  order_id uuid,
  device text NOT NULL DEFAULT 'unknown',
  source text NOT NULL DEFAULT 'unknown',
  received_at timestamptz(3) NOT NULL DEFAULT now(),
  seq bigint NOT NULL DEFAULT nextval('analytics.behaviour_seq'),
  CONSTRAINT behaviour_events_pkey PRIMARY KEY (id, at),
  CONSTRAINT behaviour_events_type_known CHECK (type IN ('page_view', 'product_view', 'stock_out_seen', 'search', 'search_click',
    'add_to_cart', 'remove_from_cart', 'checkout_started', 'checkout_step', 'order_placed', 'rail_shown', 'rail_clicked'))
) PARTITION BY RANGE (at);
CREATE INDEX behaviour_events_seller ON analytics.behaviour_events (seller_id, type, at) WHERE seller_id IS NOT NULL;
CREATE INDEX behaviour_events_seq ON analytics.behaviour_events USING brin (seq) WITH (pages_per_range = 16, autosummarize = on);

-- Takes what no day was made for, so that nothing is ever refused; the next run of the job moves it into its day.
CREATE TABLE analytics.behaviour_events_rest PARTITION OF analytics.behaviour_events DEFAULT;

-- Makes the partition of a UTC day unless it is there; answers whether it made one. Attaching, unlike creating in place,
-- does not wait for readers and writers of other days.
CREATE FUNCTION analytics.make_behaviour_day(day date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  name text := 'behaviour_events_' || to_char(day, 'YYYYMMDD');
  first timestamptz := day::timestamp AT TIME ZONE 'UTC';
  last timestamptz := (day + 1)::timestamp AT TIME ZONE 'UTC';
BEGIN
  PERFORM pg_advisory_xact_lock(726301);
  -- Asked of the table, not of the cache, which may not have heard of what the one before us made.
  IF EXISTS (SELECT FROM pg_class WHERE relname = name AND relnamespace = 'analytics'::regnamespace) THEN RETURN false; END IF;
  LOCK TABLE analytics.behaviour_events_rest IN ACCESS EXCLUSIVE MODE;
  EXECUTE format('CREATE TABLE analytics.%I (LIKE analytics.behaviour_events INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
  EXECUTE format('WITH moved AS (DELETE FROM analytics.behaviour_events_rest WHERE at >= $1 AND at < $2 RETURNING *)
    INSERT INTO analytics.%I SELECT * FROM moved', name) USING first, last;
  EXECUTE format('ALTER TABLE analytics.behaviour_events ATTACH PARTITION analytics.%I FOR VALUES FROM (%L) TO (%L)', name, first, last);
  RETURN true;
END $$;

-- Drops whole days before the given one; answers how many.
CREATE FUNCTION analytics.drop_behaviour_before(day date) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  old regclass;
  dropped integer := 0;
BEGIN
  -- Waiting for the lock would hold up everybody behind; the next run tries again.
  SET LOCAL lock_timeout = '2s';
  FOR old IN
    SELECT c.oid::regclass FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'analytics.behaviour_events'::regclass AND c.relname ~ '^behaviour_events_[0-9]{8}$'
      AND right(c.relname, 8) < to_char(day, 'YYYYMMDD')
  LOOP
    EXECUTE format('DROP TABLE %s', old);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END $$;

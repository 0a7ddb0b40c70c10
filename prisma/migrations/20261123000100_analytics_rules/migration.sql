-- Rules of the analytics schema that the Prisma model cannot say.
ALTER TABLE analytics.behaviour_events
  ADD CONSTRAINT behaviour_events_type_known CHECK (type IN ('page_view', 'product_view', 'search', 'add_to_cart', 'checkout_started'));
ALTER TABLE analytics.sale_facts ADD CONSTRAINT sale_facts_sane CHECK (units > 0 AND revenue >= 0);

CREATE INDEX behaviour_events_product_views ON analytics.behaviour_events (at, product_id) WHERE type = 'product_view' AND product_id IS NOT NULL;

-- What the roll-up of sales has not counted yet.
CREATE INDEX sale_facts_due ON analytics.sale_facts (order_line_id) WHERE NOT counted;
CREATE INDEX sale_parts_due ON analytics.sale_parts (order_id) WHERE NOT counted;
CREATE INDEX sale_refunds_due ON analytics.sale_refunds (at) WHERE NOT counted;
CREATE INDEX sale_parts_shopper ON analytics.sale_parts (shopper) WHERE shopper IS NOT NULL;

ALTER TABLE analytics.sale_facts ADD CONSTRAINT sale_facts_discount_sane CHECK (discount BETWEEN 0 AND revenue);
ALTER TABLE analytics.sale_parts ADD CONSTRAINT sale_parts_sane CHECK (units > 0 AND discount BETWEEN 0 AND gross AND shipping >= 0 AND tax >= 0 AND total >= 0);

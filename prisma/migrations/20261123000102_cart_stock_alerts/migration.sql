-- Stock that runs low. Decided from the movements by a job each minute, so that selling costs nothing more.

alter table cart.stock_rules add constraint stock_rules_low_below_range check (low_below between 0 and 1000000);
alter table cart.stock_settings add constraint stock_settings_low_below_range check (low_below between 0 and 1000000);
alter table cart.stock_watch add constraint stock_watch_is_one check (id = 1);
-- Movements come in the order of time: a few pages of index for millions of them.
create index stock_movements_by_time on cart.stock_movements using brin (created_at)
  with (pages_per_range = 16, autosummarize = on);

-- Below how many units a variant is low.
create function cart.low_below(p_variant uuid, p_seller uuid) returns int language sql stable as $$
  select coalesce(
    (select low_below from cart.stock_rules where variant_id = p_variant and seller_id = p_seller),
    (select low_below from cart.stock_settings where seller_id = p_seller), 6)
$$;

-- Finds the variants that went below their figure since the last look, each once until there is enough again, and answers
-- them. One caller at a time. The look goes back a little further than the last one: a movement is as old as its
-- transaction's start, and seen only after its end.
create function cart.watch_stock(p_now timestamptz) returns jsonb language plpgsql as $$
declare
  v_since timestamptz;
  v_low jsonb;
begin
  insert into cart.stock_watch (id, seen_until) values (1, p_now) on conflict do nothing;
  select seen_until - interval '10 minutes' into v_since from cart.stock_watch for update;
  update cart.stock_watch set seen_until = p_now;

  delete from cart.stock_alerts a
  using (
    select variant_id, seller_id, sum(on_hand - reserved) as available
    from cart.stock_levels where variant_id in (select variant_id from cart.stock_alerts) and not backorder group by 1, 2
  ) s
  where a.variant_id = s.variant_id and s.available >= cart.low_below(s.variant_id, s.seller_id);

  with fewer as (
    select distinct variant_id from cart.stock_movements where created_at > v_since and delta < 0
  ), figures as (
    select l.variant_id, l.seller_id, (array_agg(l.product_id))[1] as product_id, sum(l.on_hand - l.reserved)::int as available,
      cart.low_below(l.variant_id, l.seller_id) as low_below
    from fewer join cart.stock_levels l using (variant_id) where not l.backorder group by l.variant_id, l.seller_id
  ), told as (
    insert into cart.stock_alerts (variant_id, seller_id, since)
    select variant_id, seller_id, p_now from figures where available < low_below order by variant_id
    on conflict do nothing returning variant_id
  )
  select jsonb_agg(jsonb_build_object('sellerId', seller_id, 'variantId', variant_id, 'productId', product_id,
    'available', available, 'lowBelow', low_below) order by seller_id, available, variant_id)
  into v_low from told join figures using (variant_id);
  return coalesce(v_low, '[]'::jsonb);
end $$;

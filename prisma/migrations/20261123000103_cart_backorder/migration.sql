-- Selling what is not in stock. How many of a variant may still be promised is a level of its own, at the seller's location
-- `backorder`: on hand there = limit - units that wait, so reservations, sales and expiry treat it as any other level, and its
-- CHECKs keep the limit. Sold units wait here until stock comes; then the oldest get theirs, before anybody else can.

alter table cart.stock_rules add constraint stock_rules_backorder_range check (backorder_limit between 0 and 1000000);
alter table cart.backorder_waits add constraint backorder_waits_not_negative check (quantity >= 0);
create index backorder_waits_queue on cart.backorder_waits (variant_id, created_at, checkout_id) where quantity > 0;

-- Tells who sells and who waits: absolute figures of these waits.
create function cart.emit_waits(p_checkouts uuid[], p_variants uuid[], p_now timestamptz) returns void language plpgsql as $$
declare
  v_lines jsonb;
begin
  for v_lines in
    select jsonb_agg(line) from (
      select jsonb_build_object('checkoutId', w.checkout_id, 'variantId', w.variant_id, 'waiting', w.quantity,
        'expectedOn', w.expected_on, 'version', w.version) as line, (row_number() over () - 1) / 100 as part
      from cart.backorder_waits w
      join unnest(p_checkouts, p_variants) as x(checkout_id, variant_id) using (checkout_id, variant_id)
    ) s group by part
  loop
    perform cart.emit(gen_random_uuid(), 'cart/backorder.changed', jsonb_build_object('lines', v_lines), p_now);
  end loop;
end $$;

-- Makes the level at `backorder` what its rule and the waits say; what checkouts hold of it stays theirs. The caller has
-- locked the variant's levels.
create function cart.size_backorder(p_variant uuid, p_now timestamptz) returns void language plpgsql as $$
declare
  v_level cart.stock_levels;
  v_target int;
begin
  select * into v_level from cart.stock_levels where variant_id = p_variant and backorder for update;
  if not found then
    return;
  end if;
  v_target := greatest(v_level.reserved, coalesce((select backorder_limit from cart.stock_rules where variant_id = p_variant), 0)
    - (select coalesce(sum(quantity), 0) from cart.backorder_waits where variant_id = p_variant and quantity > 0));
  if v_target <> v_level.on_hand then
    insert into cart.stock_movements (variant_id, location_id, delta, reason, reference, created_at)
    values (p_variant, v_level.location_id, v_target - v_level.on_hand, 'backorder', 'backorder:' || gen_random_uuid(), p_now);
    update cart.stock_levels set on_hand = v_target, version = version + 1, updated_at = p_now
    where (variant_id, location_id) = (v_level.variant_id, v_level.location_id);
  end if;
end $$;

-- Gives what is free in stock to those who wait for it, oldest first. The caller has locked the variant's levels.
create function cart.serve_backorders(p_variant uuid, p_now timestamptz) returns void language plpgsql as $$
declare
  v_wait record;
  v_level record;
  v_left int;
  v_units int;
  v_served uuid[] := '{}';
begin
  for v_wait in
    select checkout_id, quantity from cart.backorder_waits
    where variant_id = p_variant and quantity > 0 order by created_at, checkout_id for update
  loop
    v_left := v_wait.quantity;
    for v_level in
      select location_id, on_hand - reserved as free from cart.stock_levels
      where variant_id = p_variant and not backorder and on_hand > reserved order by free desc, location_id
    loop
      v_units := least(v_left, v_level.free);
      insert into cart.stock_movements (variant_id, location_id, delta, reason, reference, created_at)
      values (p_variant, v_level.location_id, -v_units, 'backorder',
        'backorder:' || v_wait.checkout_id || ':' || p_variant || ':' || gen_random_uuid(), p_now);
      update cart.stock_levels set on_hand = on_hand - v_units, version = version + 1, updated_at = p_now
      where variant_id = p_variant and location_id = v_level.location_id;
      v_left := v_left - v_units;
      exit when v_left = 0;
    end loop;
    exit when v_left = v_wait.quantity;
    update cart.backorder_waits set quantity = v_left, version = version + 1
    where checkout_id = v_wait.checkout_id and variant_id = p_variant;
    v_served := v_served || v_wait.checkout_id;
    exit when v_left > 0;
  end loop;
  if cardinality(v_served) > 0 then
    perform cart.size_backorder(p_variant, p_now);
    perform cart.emit_waits(v_served, array_fill(p_variant, array[cardinality(v_served)]), p_now);
  end if;
end $$;

-- Units of a checkout were sold on backorder: they wait from now on. What came meanwhile they get at once.
create function cart.await_stock(p_checkout uuid, p_variants uuid[], p_quantities int[], p_now timestamptz)
returns void language plpgsql as $$
declare
  v_variant uuid;
begin
  insert into cart.backorder_waits (checkout_id, variant_id, seller_id, quantity, expected_on, created_at)
  select p_checkout, x.variant_id, l.seller_id, x.quantity, r.expected_on, p_now
  from unnest(p_variants, p_quantities) as x(variant_id, quantity)
  join cart.stock_levels l on l.variant_id = x.variant_id and l.backorder
  left join cart.stock_rules r on r.variant_id = x.variant_id;
  perform cart.emit_waits(array_fill(p_checkout, array[cardinality(p_variants)]), p_variants, p_now);
  foreach v_variant in array p_variants loop
    perform cart.size_backorder(v_variant, p_now);
    perform cart.serve_backorders(v_variant, p_now);
  end loop;
end $$;

-- More can be sold of a level than before: by goods that came in or by a reservation that ended. Selling never comes here.
create function cart.more_is_free() returns trigger language plpgsql as $$
begin
  if new.backorder then
    perform cart.size_backorder(new.variant_id, new.updated_at);
  elsif exists (select from cart.backorder_waits where variant_id = new.variant_id and quantity > 0) then
    perform cart.serve_backorders(new.variant_id, new.updated_at);
  end if;
  return null;
end $$;
create trigger stock_levels_more_is_free after update on cart.stock_levels for each row
  when (new.on_hand - new.reserved > old.on_hand - old.reserved) execute function cart.more_is_free();

create function cart.first_stock_came() returns trigger language plpgsql as $$
declare
  v_level record;
begin
  for v_level in
    select a.variant_id, a.updated_at from added a
    where not a.backorder and a.on_hand > a.reserved
      and exists (select from cart.backorder_waits w where w.variant_id = a.variant_id and w.quantity > 0)
    order by a.variant_id
  loop
    perform cart.serve_backorders(v_level.variant_id, v_level.updated_at);
  end loop;
  return null;
end $$;
create trigger stock_levels_first_stock after insert on cart.stock_levels referencing new table as added
  for each statement execute function cart.first_stock_came();

-- What a seller says of a variant: from when on it is low, how many may be promised beyond the stock and when those are
-- expected. Answers what it was before; null when the variant is another seller's.
create function cart.save_rule(
  p_seller uuid, p_variant uuid, p_product uuid, p_low_below int, p_limit int, p_expected date, p_now timestamptz,
  p_changed_event uuid
) returns jsonb language plpgsql as $$
declare
  v_before cart.stock_rules;
  v_location uuid;
  v_waiting uuid[];
begin
  if p_limit > 0 then
    insert into cart.stock_locations (id, seller_id, code, name, created_at)
    values (gen_random_uuid(), p_seller, 'backorder', 'backorder', p_now) on conflict (seller_id, code) do nothing;
    select id into v_location from cart.stock_locations where seller_id = p_seller and code = 'backorder';
    insert into cart.stock_levels (variant_id, location_id, product_id, seller_id, backorder, updated_at)
    values (p_variant, v_location, p_product, p_seller, true, p_now) on conflict (variant_id, location_id) do nothing;
  end if;
  perform 1 from cart.stock_levels where variant_id = p_variant order by variant_id, location_id for update;
  if p_limit > 0 and exists (select from cart.bundle_parts where bundle_id = p_variant) then
    return jsonb_build_object('bundle', true);
  end if;
  select * into v_before from cart.stock_rules where variant_id = p_variant for update;
  if exists (select from cart.stock_levels where variant_id = p_variant and seller_id <> p_seller) or v_before.seller_id <> p_seller then
    return null;
  end if;
  insert into cart.stock_rules (variant_id, seller_id, low_below, backorder_limit, expected_on, updated_at)
  values (p_variant, p_seller, p_low_below, p_limit, p_expected, p_now)
  on conflict (variant_id) do update set low_below = excluded.low_below, backorder_limit = excluded.backorder_limit,
    expected_on = excluded.expected_on, updated_at = excluded.updated_at;
  if v_before.backorder_limit is distinct from p_limit then
    perform cart.size_backorder(p_variant, p_now);
  end if;
  if v_before.expected_on is distinct from p_expected then
    with told as (
      update cart.backorder_waits set expected_on = p_expected, version = version + 1
      where variant_id = p_variant and quantity > 0 returning checkout_id
    )
    select array_agg(checkout_id) into v_waiting from told;
    if v_waiting is not null then
      perform cart.emit_waits(v_waiting, array_fill(p_variant, array[cardinality(v_waiting)]), p_now);
    end if;
    -- What is shown of it changed, though not how many there are.
    update cart.stock_levels set version = version + 1, updated_at = p_now where variant_id = p_variant and backorder;
  end if;
  if v_before.backorder_limit is distinct from p_limit or v_before.expected_on is distinct from p_expected then
    perform cart.emit(p_changed_event, 'cart/stock.changed',
      jsonb_build_object('levels', cart.levels_of(array[p_variant])), p_now);
  end if;
  return jsonb_build_object('lowBelow', v_before.low_below, 'backorderLimit', coalesce(v_before.backorder_limit, 0),
    'expectedOn', v_before.expected_on);
end $$;

-- Cancelled units: those that still wait are given up first, and may be promised again. Each line once by its key. Answers
-- the lines with what is left of them for the stock.
create function cart.give_up_waiting(p_checkout uuid, p_backorder uuid, p_lines jsonb, p_now timestamptz)
returns jsonb language plpgsql as $$
declare
  v_line record;
  v_units int;
  v_left jsonb := '[]';
begin
  for v_line in
    select l.key, l."variantId" as variant_id, l."productId" as product_id, l.quantity, w.quantity as waiting
    from jsonb_to_recordset(p_lines) as l(key text, "variantId" uuid, "productId" uuid, quantity int)
    left join cart.backorder_waits w on w.checkout_id = p_checkout and w.variant_id = l."variantId"
    order by l.key
  loop
    v_units := 0;
    if v_line.waiting is not null and not exists (
      select from cart.stock_movements where reference in (v_line.key, v_line.key || ':backorder')) then
      update cart.backorder_waits w set quantity = w.quantity - least(w.quantity, v_line.quantity), version = w.version + 1
      from cart.backorder_waits b
      where (b.checkout_id, b.variant_id) = (w.checkout_id, w.variant_id) and b.quantity > 0
        and w.checkout_id = p_checkout and w.variant_id = v_line.variant_id
      returning b.quantity - w.quantity into v_units;
      v_units := coalesce(v_units, 0);
      if v_units > 0 then
        insert into cart.stock_movements (variant_id, location_id, delta, reason, reference, created_at)
        values (v_line.variant_id, p_backorder, v_units, 'cancelled', v_line.key || ':backorder', p_now);
        update cart.stock_levels set on_hand = on_hand + v_units, version = version + 1, updated_at = p_now
        where variant_id = v_line.variant_id and location_id = p_backorder;
        perform cart.emit_waits(array[p_checkout], array[v_line.variant_id], p_now);
      end if;
    else
      -- Done before: what was given up then is not put back now.
      select coalesce(sum(delta), 0) into v_units from cart.stock_movements where reference = v_line.key || ':backorder';
    end if;
    if v_line.quantity > v_units then
      v_left := v_left || jsonb_build_object('key', v_line.key, 'variantId', v_line.variant_id,
        'productId', v_line.product_id, 'quantity', v_line.quantity - v_units);
    end if;
  end loop;
  return v_left;
end $$;

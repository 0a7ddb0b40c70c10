-- Rules of the cart domain that the database itself keeps, and the stock functions: one round trip each,
-- so that the lock on a hot product is held as short as possible.

alter table cart.carts
  add constraint carts_status_known check (status in ('active', 'merged', 'closed')),
  add constraint carts_have_an_owner check (user_id is not null or token_hash is not null);
create unique index carts_active_user on cart.carts (user_id) where status = 'active' and user_id is not null;
create unique index carts_active_token on cart.carts (token_hash) where status = 'active' and token_hash is not null;

alter table cart.lines
  add constraint lines_quantity_range check (quantity between 1 and 99),
  add constraint lines_seen_price_positive check (seen_price >= 0);

alter table cart.stock_levels
  add constraint stock_on_hand_not_negative check (on_hand >= 0),
  add constraint stock_reserved_within_on_hand check (reserved between 0 and on_hand);
-- Every reservation updates its level in place; room on the page keeps those updates off the indexes.
alter table cart.stock_levels set (fillfactor = 70);

alter table cart.stock_locations add constraint stock_locations_main_stays check (active or code <> 'main');
create unique index stock_locations_name on cart.stock_locations (seller_id, lower(name));

alter table cart.stock_movements add constraint stock_movements_not_zero check (delta <> 0);

alter table cart.reservations
  add constraint reservations_quantity_positive check (quantity > 0),
  add constraint reservations_status_known check (status in ('active', 'committed', 'released'));
create index reservations_due on cart.reservations (expires_at) where status = 'active';
create index reservations_of_cart on cart.reservations (cart_id) where status = 'active';

-- The ledger is only ever appended to.
create function cart.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger stock_movements_append_only before update or delete on cart.stock_movements
  for each row execute function cart.refuse_change();

-- What can be sold of each variant, over all its locations and on backorder, and of the bundles it is in, as event `cart/stock.changed` says it.
create function cart.levels_of(p_variants uuid[]) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'variantId', s.variant_id, 'productId', s.product_id,
    'available', case when s.parts is null then s.available else cart.bundle_available(s.variant_id, null) end,
    'version', s.version + case when s.parts is null then 0 else (
      select coalesce(sum(l.version), 0)::int from cart.bundle_parts b join cart.stock_levels l on l.variant_id = b.part_id
      where b.bundle_id = s.variant_id) end)
    || case when s.parts is null then '{}'::jsonb else jsonb_build_object('parts', s.parts) end || case when s.backorder is null then '{}'::jsonb else jsonb_build_object('backorder', s.backorder, 'expectedOn', (
      select expected_on from cart.stock_rules r where r.variant_id = s.variant_id)) end), '[]'::jsonb)
  from (
    select variant_id, (array_agg(product_id))[1] as product_id, sum(on_hand - reserved)::int as available,
      sum(on_hand - reserved) filter (where backorder)::int as backorder, sum(version)::int as version,
      case when exists (select from cart.bundle_parts b where b.bundle_id = l.variant_id)
        then cart.bundle_json(l.variant_id) end as parts
    from cart.stock_levels l
    where variant_id = any(p_variants || array(select b.bundle_id from cart.bundle_parts b where b.part_id = any(p_variants)))
    group by variant_id
  ) s
$$;

-- Outbox row and wake-up call for the relay, in the caller's transaction.
create function cart.emit(p_id uuid, p_name text, p_data jsonb, p_now timestamptz) returns void language plpgsql as $$
begin
  insert into cart.outbox (id, name, version, data, occurred_at) values (p_id, p_name, 1, p_data, p_now);
  perform pg_notify('mallhive_outbox', jsonb_build_object('domain', 'cart', 'names', jsonb_build_array(p_name), 'events',
    case when octet_length(p_data::text) < 7000
      then jsonb_build_array(jsonb_build_object('id', p_id, 'name', p_name, 'data', p_data)) end)::text);
end $$;

create function cart.lock_checkout(p_checkout uuid) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('cart.checkout:' || p_checkout, 0))
$$;

-- From which locations the lines of a checkout are taken: of each the fullest first, so that one parcel does wherever one
-- location has enough, and the next ones for what is left; on backorder only what is nowhere.
-- Parts of bundles (p_parts) are never on backorder. What this checkout holds already counts as free for it.
-- Locks every level of p_touched, by (variant, location), and plans with the figures as they are then.
create function cart.plan_reservation(
  p_checkout uuid, p_variants uuid[], p_quantities int[], p_touched uuid[], p_parts uuid[],
  out variants uuid[], out locations uuid[], out quantities int[], out lacking jsonb
) language plpgsql as $$
begin
  with locked as materialized (
    select variant_id, location_id, backorder, on_hand - reserved as free from cart.stock_levels
    where variant_id = any(p_touched) order by variant_id, location_id for update
  ), offered as (
    select w.variant_id, w.quantity as wanted, l.location_id, l.backorder, coalesce(l.free + coalesce(r.quantity, 0), 0) as free
    from unnest(p_variants, p_quantities) as w(variant_id, quantity)
    left join locked l on l.variant_id = w.variant_id and not (l.backorder and l.variant_id = any(p_parts))
    left join cart.reservations r on r.checkout_id = p_checkout and r.variant_id = l.variant_id
      and r.location_id = l.location_id and r.status = 'active'
  ), filled as (
    select variant_id, location_id, wanted, free, sum(free) over (
      partition by variant_id order by backorder, free desc, location_id rows unbounded preceding)::int as through
    from offered
  ), lines as (
    select variant_id, max(through) as available, max(wanted) as wanted from filled group by variant_id
  )
  select array_agg(variant_id), array_agg(location_id), array_agg(least(free, wanted - through + free)),
    (select jsonb_agg(jsonb_build_object('variantId', variant_id, 'available', available)) from lines where available < wanted)
  into variants, locations, quantities, lacking
  from filled where free > 0 and through - free < wanted;
end $$;

-- Reserves every line or none, a line from several locations where it must be. The same checkout again with the same lines
-- extends the time; with other lines it replaces them. Lock order everywhere: the checkout, then levels by (variant,
-- location); so opposite carts cannot deadlock.
create function cart.reserve_stock(
  p_checkout uuid, p_cart uuid, p_variants uuid[], p_quantities int[], p_expires timestamptz, p_now timestamptz,
  p_changed_event uuid, p_reserved_event uuid
) returns jsonb language plpgsql as $$
declare
  v_same int;
  v_active int;
  v_committed int;
  v_touched uuid[] := p_variants;
  v_plan record;
  v_lines uuid[];
  v_parts uuid[] := '{}';
begin
  perform cart.lock_checkout(p_checkout);
  if exists (select from cart.bundle_parts where bundle_id = any(p_variants)) then
    v_lines := p_variants;
    v_parts := array(select part_id from cart.bundle_parts where bundle_id = any(p_variants));
    select variants, quantities into p_variants, p_quantities from cart.take_apart(p_variants, p_quantities);
    v_touched := p_variants;
  end if;
  select count(*) filter (where r.held = w.quantity), count(r.held), count(*) filter (where r.sold)
  into v_same, v_active, v_committed
  from (
    select variant_id, sum(quantity) filter (where status = 'active') as held, bool_or(status = 'committed') as sold
    from cart.reservations where checkout_id = p_checkout group by variant_id
  ) r left join unnest(p_variants, p_quantities) as w(variant_id, quantity) using (variant_id);
  if v_committed > 0 then
    return jsonb_build_object('outcome', 'committed', 'lacking', '[]'::jsonb);
  end if;
  if v_active > 0 then
    if v_active = cardinality(p_variants) and v_same = v_active then
      update cart.reservations set expires_at = greatest(expires_at, p_expires), updated_at = p_now
      where checkout_id = p_checkout and status = 'active';
      return jsonb_build_object('outcome', 'existing', 'lacking', '[]'::jsonb);
    end if;
    select array_agg(v) into v_touched from (
      select unnest(p_variants) as v
      union select variant_id from cart.reservations where checkout_id = p_checkout and status = 'active'
    ) s;
  end if;

  v_plan := cart.plan_reservation(p_checkout, p_variants, p_quantities, v_touched, v_parts);
  if v_plan.lacking is not null then
    return jsonb_build_object('outcome', 'lacking', 'lacking',
      case when v_lines is null then v_plan.lacking else cart.lacking_lines(v_lines, v_plan.lacking, p_cart) end);
  end if;

  delete from cart.bundle_holds where checkout_id = p_checkout;
  if v_lines is not null then
    insert into cart.bundle_holds (checkout_id, bundle_id, part_id, quantity, product_id)
    select p_checkout, bundle_id, part_id, quantity, product_id from cart.bundle_parts where bundle_id = any(v_lines);
  end if;

  with plan as materialized (
    select * from unnest(v_plan.variants, v_plan.locations, v_plan.quantities) as x(variant_id, location_id, quantity)
  ), delta as (
    select variant_id, location_id, sum(quantity)::int as quantity from (
      select variant_id, location_id, quantity from plan
      union all
      select variant_id, location_id, -quantity from cart.reservations where checkout_id = p_checkout and status = 'active'
    ) s group by 1, 2 having sum(quantity) <> 0
  ), changed as (
    update cart.stock_levels l set reserved = l.reserved + d.quantity, version = l.version + 1, updated_at = p_now
    from delta d where (l.variant_id, l.location_id) = (d.variant_id, d.location_id)
  ), dropped as (
    delete from cart.reservations r
    where checkout_id = p_checkout
      and not exists (select from plan p where (p.variant_id, p.location_id) = (r.variant_id, r.location_id))
  )
  insert into cart.reservations (checkout_id, cart_id, variant_id, location_id, quantity, expires_at, created_at, updated_at)
  select p_checkout, p_cart, variant_id, location_id, quantity, p_expires, p_now, p_now from plan
  on conflict (checkout_id, variant_id, location_id) do update set cart_id = excluded.cart_id,
    quantity = excluded.quantity, status = 'active', expires_at = excluded.expires_at, updated_at = excluded.updated_at;

  perform cart.emit(p_changed_event, 'cart/stock.changed', jsonb_build_object('levels', cart.levels_of(v_touched)), p_now);
  perform cart.emit(p_reserved_event, 'cart/stock.reserved', jsonb_build_object(
    'checkoutId', p_checkout, 'expiresAt', to_char(p_expires at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), p_now);
  return jsonb_build_object('outcome', 'reserved', 'lacking', '[]'::jsonb);
end $$;

-- Takes reserved units out of stock for good. A reservation that was released meanwhile is taken again from what is free,
-- wherever that is now; when it is not there nothing is taken and the lacking variants are named.
create function cart.commit_stock(p_checkout uuid, p_now timestamptz, p_changed_event uuid)
returns jsonb language plpgsql as $$
declare
  v_variants uuid[];
  v_lost uuid[];
  v_wanted int[];
  v_cart uuid;
  v_expires timestamptz;
  v_awaited uuid[];
  v_awaited_units int[];
  v_plan record;
begin
  perform cart.lock_checkout(p_checkout);
  if exists (select from cart.reservations where checkout_id = p_checkout and status = 'committed') then
    return jsonb_build_object('outcome', 'existing', 'lacking', '[]'::jsonb);
  end if;
  perform cart.lock_lost_uses(p_checkout);
  select array_agg(variant_id), array_agg(variant_id) filter (where lost > 0), array_agg(lost) filter (where lost > 0),
    (array_agg(cart_id))[1], max(expires_at)
  into v_variants, v_lost, v_wanted, v_cart, v_expires
  from (
    select variant_id, coalesce(sum(quantity) filter (where status = 'released'), 0)::int as lost,
      (array_agg(cart_id))[1] as cart_id, max(expires_at) as expires_at
    from cart.reservations where checkout_id = p_checkout group by variant_id
  ) r;
  if v_variants is null then
    return jsonb_build_object('outcome', 'unknown', 'lacking', '[]'::jsonb);
  end if;
  if v_lost is null then
    perform 1 from cart.stock_levels where variant_id = any(v_variants) order by variant_id, location_id for update;
  else
    v_plan := cart.plan_reservation(p_checkout, v_lost, v_wanted, v_variants,
      array(select part_id from cart.bundle_holds where checkout_id = p_checkout));
    if v_plan.lacking is not null then
      return jsonb_build_object('outcome', 'lacking', 'lacking', v_plan.lacking);
    end if;
    delete from cart.reservations where checkout_id = p_checkout and status = 'released';
    insert into cart.reservations as held (checkout_id, cart_id, variant_id, location_id, quantity, expires_at, created_at, updated_at)
    select p_checkout, v_cart, variant_id, location_id, quantity, v_expires, p_now, p_now
    from unnest(v_plan.variants, v_plan.locations, v_plan.quantities) as x(variant_id, location_id, quantity)
    on conflict (checkout_id, variant_id, location_id) do update set quantity = held.quantity + excluded.quantity;
    update cart.stock_levels l set reserved = l.reserved + x.quantity
    from unnest(v_plan.variants, v_plan.locations, v_plan.quantities) as x(variant_id, location_id, quantity)
    where (l.variant_id, l.location_id) = (x.variant_id, x.location_id);
  end if;

  -- One reference has no location, so that not even a mistake sells a variant of a checkout twice.
  insert into cart.stock_movements (variant_id, location_id, delta, reason, reference, created_at)
  select variant_id, location_id, -quantity, 'sale', 'sale:' || p_checkout || ':' || variant_id
    || case when row_number() over (partition by variant_id order by location_id) > 1 then ':' || location_id else '' end, p_now
  from cart.reservations where checkout_id = p_checkout;
  with sold as (
    update cart.stock_levels l set on_hand = l.on_hand - r.quantity, reserved = l.reserved - r.quantity,
      version = l.version + 1, updated_at = p_now
    from cart.reservations r
    where r.checkout_id = p_checkout and (l.variant_id, l.location_id) = (r.variant_id, r.location_id)
    returning l.variant_id, l.backorder, r.quantity
  )
  select array_agg(variant_id), array_agg(quantity) into v_awaited, v_awaited_units from sold where backorder;
  if v_awaited is not null then
    perform cart.await_stock(p_checkout, v_awaited, v_awaited_units, p_now);
  end if;
  update cart.reservations set status = 'committed', updated_at = p_now where checkout_id = p_checkout;
  perform cart.take_uses(p_checkout, p_now);
  if v_lost is not null then
    perform cart.emit(p_changed_event, 'cart/stock.changed', jsonb_build_object('levels', cart.levels_of(v_lost)), p_now);
  end if;
  return jsonb_build_object('outcome', 'committed', 'lacking', '[]'::jsonb);
end $$;

-- Gives reserved units back. With p_due only reservations that ran out by then: a checkout that was extended keeps its own.
-- Answers the number of lines given back; a second call gives back nothing.
create function cart.release_stock(p_checkouts uuid[], p_due timestamptz, p_now timestamptz, p_changed_event uuid)
returns int language plpgsql as $$
declare
  v_checkout uuid;
  v_variants uuid[];
  v_count int;
begin
  for v_checkout in select distinct c from unnest(p_checkouts) c order by c loop
    perform cart.lock_checkout(v_checkout);
  end loop;
  perform cart.release_uses(p_checkouts, p_due, p_now);
  select array_agg(distinct variant_id), count(distinct (checkout_id, variant_id)) into v_variants, v_count
  from cart.reservations
  where checkout_id = any(p_checkouts) and status = 'active' and (p_due is null or expires_at <= p_due);
  if v_count = 0 then
    return 0;
  end if;
  perform 1 from cart.stock_levels where variant_id = any(v_variants) order by variant_id, location_id for update;
  with gone as (
    update cart.reservations set status = 'released', updated_at = p_now
    where checkout_id = any(p_checkouts) and status = 'active' and (p_due is null or expires_at <= p_due)
    returning variant_id, location_id, quantity
  ), given as (
    select variant_id, location_id, sum(quantity)::int as quantity from gone group by 1, 2
  )
  update cart.stock_levels l set reserved = l.reserved - g.quantity, version = l.version + 1, updated_at = p_now
  from given g where (l.variant_id, l.location_id) = (g.variant_id, g.location_id);
  perform cart.emit(p_changed_event, 'cart/stock.changed', jsonb_build_object('levels', cart.levels_of(v_variants)), p_now);
  return v_count;
end $$;

-- What is on hand of a variant at one location: counted (p_on_hand) or changed by p_delta. Without a location the count is of
-- all locations, and the difference is the seller's main one's.
-- p_product: of a variant that has no stock anywhere yet and is known to be the seller's; null when that is not known.
-- Once per reference. Answers null for a location or variant that is not the seller's; figures are those of all locations.
create function cart.adjust_stock(
  p_seller uuid, p_variant uuid, p_location uuid, p_product uuid, p_on_hand int, p_delta int, p_reason text, p_note text,
  p_actor uuid, p_reference text, p_now timestamptz, p_changed_event uuid
) returns jsonb language plpgsql as $$
declare
  v_location cart.stock_locations;
  v_level cart.stock_levels;
  v_product uuid := p_product;
  v_target int;
  v_outcome text := 'set';
begin
  if p_location is null then
    insert into cart.stock_locations (id, seller_id, created_at) values (gen_random_uuid(), p_seller, p_now)
    on conflict do nothing;
  end if;
  -- Shared: a location cannot be closed while stock comes in.
  select * into v_location from cart.stock_locations
  where seller_id = p_seller and case when p_location is null then code = 'main' else id = p_location and code <> 'backorder' end for share;
  if not found then
    return null;
  end if;
  -- All of the variant's levels, in the order of every other function.
  perform 1 from cart.stock_levels where variant_id = p_variant order by location_id for update;
  select product_id into v_product from cart.stock_levels where variant_id = p_variant and seller_id = p_seller limit 1;
  v_product := coalesce(v_product, p_product);
  if v_product is null or exists (select from cart.stock_levels where variant_id = p_variant and seller_id <> p_seller) then
    return null;
  end if;
  if exists (select from cart.bundle_parts where bundle_id = p_variant) then
    return jsonb_build_object('outcome', 'bundle');
  end if;
  if exists (select from cart.stock_movements where reference = p_reference) then
    v_outcome := 'existing';
  else
    insert into cart.stock_levels (variant_id, location_id, product_id, seller_id, on_hand, updated_at)
    values (p_variant, v_location.id, v_product, p_seller, 0, p_now) on conflict (variant_id, location_id) do nothing;
    select * into v_level from cart.stock_levels
    where variant_id = p_variant and location_id = v_location.id for update;
    v_target := coalesce(p_on_hand, v_level.on_hand + p_delta);
    if p_location is null then
      v_target := v_target - (select coalesce(sum(on_hand), 0) from cart.stock_levels
        where variant_id = p_variant and location_id <> v_location.id and not backorder);
    end if;
    if v_target < 0 and p_location is null then
      v_outcome := 'elsewhere';
    elsif v_target < v_level.reserved then
      v_outcome := case when v_level.reserved > 0 then 'reserved' else 'negative' end;
    elsif v_target > 1000000 then
      v_outcome := 'too_many';
    elsif v_target > v_level.on_hand and not v_location.active then
      v_outcome := 'inactive';
    elsif v_target <> v_level.on_hand then
      insert into cart.stock_movements (variant_id, location_id, delta, reason, reference, note, actor_id, created_at)
      values (p_variant, v_location.id, v_target - v_level.on_hand, p_reason, p_reference, p_note, p_actor, p_now);
      update cart.stock_levels set on_hand = v_target, version = version + 1, updated_at = p_now
      where variant_id = p_variant and location_id = v_location.id;
      perform cart.emit(p_changed_event, 'cart/stock.changed',
        jsonb_build_object('levels', cart.levels_of(array[p_variant])), p_now);
    end if;
  end if;
  return (select jsonb_build_object('outcome', v_outcome, 'locationId', v_location.id, 'before', v_level.on_hand,
    'onHand', coalesce(sum(on_hand), 0)::int, 'reserved', coalesce(sum(reserved), 0)::int,
    'locationOnHand', coalesce(sum(on_hand) filter (where location_id = v_location.id), 0)::int,
    'locationReserved', coalesce(sum(reserved) filter (where location_id = v_location.id), 0)::int)
    from cart.stock_levels where variant_id = p_variant and not backorder);
end $$;

-- Units from one location of the seller to another; what is reserved stays where it is. Once per transfer id. Answers null
-- when variant or locations are not the seller's.
create function cart.transfer_stock(
  p_seller uuid, p_variant uuid, p_from uuid, p_to uuid, p_quantity int, p_note text, p_actor uuid, p_transfer uuid,
  p_now timestamptz
) returns jsonb language plpgsql as $$
declare
  v_locations int;
  v_level cart.stock_levels;
begin
  perform 1 from cart.stock_locations where seller_id = p_seller and id in (p_from, p_to) order by id for share;
  select count(*) into v_locations from cart.stock_locations
  where seller_id = p_seller and id in (p_from, p_to) and code <> 'backorder';
  perform 1 from cart.stock_levels where variant_id = p_variant order by location_id for update;
  select * into v_level from cart.stock_levels where variant_id = p_variant and location_id = p_from and seller_id = p_seller;
  if v_locations <> 2 or (v_level.variant_id is null
    and not exists (select from cart.stock_levels where variant_id = p_variant and seller_id = p_seller)) then
    return null;
  end if;
  if exists (select from cart.stock_movements where reference = 'transfer:' || p_transfer || ':out') then
    return jsonb_build_object('outcome', 'existing');
  end if;
  if not (select active from cart.stock_locations where id = p_to) then
    return jsonb_build_object('outcome', 'inactive');
  end if;
  if v_level.variant_id is null or v_level.on_hand - v_level.reserved < p_quantity then
    return jsonb_build_object('outcome', 'lacking', 'available', coalesce(v_level.on_hand - v_level.reserved, 0));
  end if;
  insert into cart.stock_levels (variant_id, location_id, product_id, seller_id, on_hand, updated_at)
  values (p_variant, p_to, v_level.product_id, p_seller, 0, p_now) on conflict (variant_id, location_id) do nothing;
  insert into cart.stock_movements (variant_id, location_id, delta, reason, reference, note, actor_id, created_at)
  values (p_variant, p_from, -p_quantity, 'transfer', 'transfer:' || p_transfer || ':out', p_note, p_actor, p_now),
    (p_variant, p_to, p_quantity, 'transfer', 'transfer:' || p_transfer || ':in', p_note, p_actor, p_now);
  update cart.stock_levels set on_hand = on_hand + case when location_id = p_to then p_quantity else -p_quantity end,
    version = version + 1, updated_at = p_now
  where variant_id = p_variant and location_id in (p_from, p_to);
  return jsonb_build_object('outcome', 'transferred');
end $$;

-- Name and state of a location. It must hold nothing to be closed, and `main` stays: imports put stock there.
create function cart.update_location(p_seller uuid, p_location uuid, p_name text, p_active boolean)
returns jsonb language plpgsql as $$
declare
  v_location cart.stock_locations;
begin
  select * into v_location from cart.stock_locations
  where id = p_location and seller_id = p_seller and code <> 'backorder' for update;
  if not found then
    return null;
  end if;
  if p_active = false and v_location.code = 'main' then
    return jsonb_build_object('outcome', 'main');
  end if;
  if p_active = false and exists (select from cart.stock_levels where location_id = p_location and on_hand > 0) then
    return jsonb_build_object('outcome', 'holds_stock');
  end if;
  update cart.stock_locations set name = coalesce(p_name, name), active = coalesce(p_active, active) where id = p_location;
  return jsonb_build_object('outcome', 'updated', 'name', v_location.name, 'active', v_location.active);
end $$;

-- Seeds: what is on hand of many variants. The first count is the opening movement, later ones are corrections;
-- never below what is reserved. Answers the levels that changed.
create function cart.upsert_stock(p_rows jsonb, p_batch text, p_now timestamptz) returns jsonb language plpgsql as $$
declare
  v_changed uuid[];
begin
  insert into cart.stock_locations (id, seller_id, created_at)
  select gen_random_uuid(), seller_id, p_now
  from (select distinct (r->>'sellerId')::uuid as seller_id from jsonb_array_elements(p_rows) r) s
  on conflict do nothing;

  perform 1 from cart.stock_levels l
  join (select distinct (r->>'variantId')::uuid as variant_id from jsonb_array_elements(p_rows) r) w using (variant_id)
  order by l.variant_id, l.location_id for update of l;

  with wanted as (
    select distinct on ((r->>'variantId')::uuid) (r->>'variantId')::uuid as variant_id, (r->>'productId')::uuid as product_id,
      (r->>'sellerId')::uuid as seller_id, (r->>'onHand')::int as on_hand
    from jsonb_array_elements(p_rows) r
    where not exists (select from cart.bundle_parts b where b.bundle_id = (r->>'variantId')::uuid) order by 1
  ), placed as (
    select w.*, loc.id as location_id from wanted w
    join cart.stock_locations loc on loc.seller_id = w.seller_id and loc.code = 'main'
  ), before as materialized (
    select l.variant_id, l.location_id, l.on_hand from cart.stock_levels l join placed p using (variant_id, location_id)
  ), written as (
    insert into cart.stock_levels (variant_id, location_id, product_id, seller_id, on_hand, updated_at)
    select variant_id, location_id, product_id, seller_id, on_hand, p_now from placed order by 1, 2
    on conflict (variant_id, location_id) do update
      set on_hand = greatest(excluded.on_hand, stock_levels.reserved), version = stock_levels.version + 1, updated_at = p_now
      where stock_levels.on_hand <> greatest(excluded.on_hand, stock_levels.reserved)
    returning variant_id, location_id, on_hand
  ), moved as (
    insert into cart.stock_movements (variant_id, location_id, delta, reason, reference, created_at)
    select w.variant_id, w.location_id, w.on_hand - coalesce(b.on_hand, 0),
      case when b.variant_id is null then 'initial' else 'count' end,
      case when b.variant_id is null then 'initial:' || w.location_id || ':' else p_batch || ':' end || w.variant_id, p_now
    from written w left join before b using (variant_id, location_id)
    where w.on_hand <> coalesce(b.on_hand, 0)
  )
  select array_agg(variant_id) into v_changed from written;
  return cart.levels_of(coalesce(v_changed, '{}'));
end $$;

-- A file of products states how many can be sold of each variant, over all its locations: what is being paid for is not
-- in that figure and stays. More go to the main location; fewer are taken from what is free there, then from the fullest
-- others. Each count (p_count) happens once. Answers the levels that changed.
create function cart.count_available(p_count uuid, p_rows jsonb, p_now timestamptz) returns jsonb language plpgsql as $$
declare
  v_variants uuid[];
  v_products uuid[];
  v_locations uuid[];
  v_sellers uuid[];
  v_stated int[];
  v_new uuid[];
  v_changed uuid[];
begin
  insert into cart.stock_counts (id, counted_at) values (p_count, p_now) on conflict do nothing;
  if not found then
    return '[]'::jsonb;
  end if;
  delete from cart.stock_counts where counted_at < p_now - interval '30 days';

  insert into cart.stock_locations (id, seller_id, created_at)
  select gen_random_uuid(), seller_id, p_now
  from (select distinct (r->>'sellerId')::uuid as seller_id from jsonb_array_elements(p_rows) r) s
  where not exists (select from cart.stock_locations l where l.seller_id = s.seller_id and l.code = 'main')
  on conflict do nothing;

  select array_agg(w."variantId"), array_agg(w."productId"), array_agg(w."sellerId"), array_agg(w.available), array_agg(m.id)
  into v_variants, v_products, v_sellers, v_stated, v_locations
  from (
    select distinct on ("variantId") *
    from jsonb_to_recordset(p_rows) as x("variantId" uuid, "productId" uuid, "sellerId" uuid, available int)
    where not exists (select from cart.bundle_parts b where b.bundle_id = "variantId") order by "variantId"
  ) w join cart.stock_locations m on m.seller_id = w."sellerId" and m.code = 'main';

  -- Variants that never had stock: all of it is on hand at the main location.
  with wanted as (
    select * from unnest(v_variants, v_products, v_sellers, v_stated, v_locations)
      as w(variant_id, product_id, seller_id, stated, location_id)
  ), made as (
    insert into cart.stock_levels (variant_id, location_id, product_id, seller_id, on_hand, updated_at)
    select variant_id, location_id, product_id, seller_id, stated, p_now from wanted w
    where not exists (select from cart.stock_levels l where l.variant_id = w.variant_id) order by variant_id
    on conflict do nothing returning variant_id, location_id, on_hand
  ), moved as (
    insert into cart.stock_movements (variant_id, location_id, delta, reason, reference, created_at)
    select variant_id, location_id, on_hand, 'initial', 'initial:' || location_id || ':' || variant_id, p_now
    from made where on_hand > 0
  )
  select coalesce(array_agg(variant_id), '{}') into v_new from made;
  if cardinality(v_new) = cardinality(v_variants) then
    return cart.levels_of(v_new);
  end if;

  -- A level to put more into, where the variant has stock at other locations only.
  insert into cart.stock_levels (variant_id, location_id, product_id, seller_id, on_hand, updated_at)
  select variant_id, location_id, product_id, seller_id, 0, p_now
  from unnest(v_variants, v_products, v_sellers, v_locations) as w(variant_id, product_id, seller_id, location_id)
  where not exists (
    select from cart.stock_levels l where (l.variant_id, l.location_id) = (w.variant_id, w.location_id)) order by variant_id
  on conflict do nothing;

  -- Locked by a statement of its own: one that locks and updates would plan again with rows that it has changed already.
  perform 1 from cart.stock_levels
  where variant_id = any(v_variants) and variant_id <> all(v_new) order by variant_id, location_id for update;
  with locked as (
    select variant_id, location_id, on_hand - reserved as free from cart.stock_levels
    where variant_id = any(v_variants) and variant_id <> all(v_new) and not backorder
  ), ordered as (
    select l.*, l.location_id = w.location_id as main, w.stated - sum(l.free) over (partition by l.variant_id) as more,
      sum(l.free) over (partition by l.variant_id
        order by l.location_id = w.location_id desc, l.free desc, l.location_id rows unbounded preceding) - l.free as before
    from locked l join unnest(v_variants, v_stated, v_locations) as w(variant_id, stated, location_id) using (variant_id)
  ), change as (
    select variant_id, location_id, (case when more > 0 then case when main then more else 0 end
      else -least(free, greatest(-more - before, 0)) end)::int as delta from ordered
  ), changed as (
    update cart.stock_levels l set on_hand = l.on_hand + c.delta, version = l.version + 1, updated_at = p_now
    from change c where c.delta <> 0 and (l.variant_id, l.location_id) = (c.variant_id, c.location_id)
    returning l.variant_id, l.location_id, c.delta
  ), moved as (
    insert into cart.stock_movements (variant_id, location_id, delta, reason, reference, created_at)
    select variant_id, location_id, delta, 'count', 'count:' || p_count || ':' || location_id || ':' || variant_id, p_now from changed
  )
  select array_agg(variant_id) into v_changed from changed;
  return cart.levels_of(v_new || coalesce(v_changed, '{}'));
end $$;

-- The active cart of a user, or of a guest's cookie, with what can be bought of each line now
-- (units that this cart's own checkout holds count as free for it). Null when there is none.
-- What a cart's own checkout holds of each variant, and how many of those are on backorder.
create function cart.held_by(p_cart uuid) returns table (variant_id uuid, held bigint, promised bigint) language sql stable as $$
  select r.variant_id, sum(r.quantity), sum(r.quantity) filter (where l.backorder)
  from cart.reservations r join cart.stock_levels l using (variant_id, location_id)
  where r.cart_id = p_cart and r.status = 'active' group by r.variant_id
$$;
create function cart.cart_json(p_cart uuid, p_now timestamptz) returns json language sql stable as $$
  select json_build_object('id', c.id, 'promotions', cart.promotions_json(c.id, c.user_id, p_now), 'version', c.version, 'currency', c.currency, 'status', c.status, 'lines', coalesce((
    select json_agg(json_build_object('id', l.id, 'variantId', l.variant_id, 'quantity', l.quantity, 'seenPrice', l.seen_price,
      'seenCurrency', l.seen_currency,
      'available', case when p.parts is null then coalesce(s.free, 0) + coalesce(h.held, 0)
        else cart.bundle_available(l.variant_id, p_cart) end, 'parts', p.parts,
      'backorder', s.promised + coalesce(h.promised, 0), 'expectedOn', case when s.promised is not null
        then (select expected_on from cart.stock_rules r where r.variant_id = l.variant_id) end) order by l.added_at, l.id)
    from cart.lines l
    left join lateral (
      select sum(on_hand - reserved) as free, sum(on_hand - reserved) filter (where backorder) as promised
      from cart.stock_levels where variant_id = l.variant_id
    ) s on true
    left join lateral (
      select cart.bundle_json(l.variant_id) as parts from cart.bundle_parts b where b.bundle_id = l.variant_id limit 1
    ) p on true
    -- Once a cart, and not once a line: most carts hold nothing.
    left join cart.held_by(p_cart) h on h.variant_id = l.variant_id
    where l.cart_id = c.id), '[]'::json))
  from cart.carts c where c.id = p_cart
$$;

-- The same for a cart that is kept elsewhere: what can be bought of its variants, and what may make it cheaper.
create function cart.offers_json(p_cart uuid, p_user uuid, p_variants uuid[], p_codes jsonb, p_now timestamptz)
returns json language sql stable as $$
  select json_build_object('promotions', cart.promotions_of(p_cart, p_user, p_variants, p_codes, p_now), 'variants', coalesce((
    select json_object_agg(v.id, json_build_object('available', case when p.parts is null then coalesce(s.free, 0) + coalesce(h.held, 0)
        else cart.bundle_available(v.id, p_cart) end, 'parts', p.parts,
      'backorder', s.promised + coalesce(h.promised, 0), 'expectedOn', case when s.promised is not null
        then (select expected_on from cart.stock_rules r where r.variant_id = v.id) end))
    from unnest(p_variants) as v(id)
    left join lateral (
      select sum(on_hand - reserved) as free, sum(on_hand - reserved) filter (where backorder) as promised
      from cart.stock_levels where variant_id = v.id
    ) s on true
    left join lateral (
      select cart.bundle_json(v.id) as parts from cart.bundle_parts b where b.bundle_id = v.id limit 1
    ) p on true
    left join cart.held_by(p_cart) h on h.variant_id = v.id), '{}'::json))
$$;

create function cart.find_cart(p_user uuid, p_token text) returns uuid language sql stable as $$
  select id from cart.carts where user_id = p_user and status = 'active'
  union all
  select id from cart.carts where p_user is null and token_hash = p_token and user_id is null and status = 'active'
$$;

-- Writes one line: `add` to what is there, or make it exactly so many (0 removes). Never more than can be bought, never more
-- than 99 nor more lines than `p_most`. Creates the cart. Answers the cart and how many of the variant can be bought; `refused`
-- when nothing could be added, `full` when it would have been one line too many.
create function cart.write_line(
  p_user uuid, p_token text, p_new_cart uuid, p_new_line uuid, p_variant uuid, p_quantity int, p_add boolean,
  p_price int, p_currency text, p_now timestamptz, p_most int
) returns json language plpgsql as $$
declare
  v_created boolean := false;
  v_cart uuid := cart.find_cart(p_user, p_token);
  v_before int;
  v_available int;
  v_wanted int;
  v_target int;
begin
  if v_cart is null then
    if p_quantity = 0 then
      return json_build_object('cart', null, 'available', 0, 'refused', false, 'full', false, 'limited', false, 'created', false);
    end if;
    insert into cart.carts (id, user_id, token_hash, currency, created_at, updated_at)
    values (p_new_cart, p_user, case when p_user is null then p_token end, p_currency, p_now, p_now)
    on conflict do nothing;
    v_created := found;
    v_cart := case when v_created then p_new_cart else cart.find_cart(p_user, p_token) end;
  end if;
  -- One writer of a cart at a time: adds from several tabs lose nothing. Closed or merged while we waited: start over.
  if (select status from cart.carts where id = v_cart for update) is distinct from 'active' then
    return cart.write_line(p_user, p_token, p_new_cart, p_new_line, p_variant, p_quantity, p_add, p_price, p_currency, p_now, p_most);
  end if;
  select quantity into v_before from cart.lines where cart_id = v_cart and variant_id = p_variant;
  select case when exists (select from cart.bundle_parts where bundle_id = p_variant)
    then cart.bundle_available(p_variant, v_cart)
    else coalesce((select sum(on_hand - reserved) from cart.stock_levels where variant_id = p_variant), 0)
      + coalesce((select sum(quantity) from cart.reservations
          where cart_id = v_cart and variant_id = p_variant and status = 'active'), 0) end into v_available;
  v_wanted := p_quantity + case when p_add then coalesce(v_before, 0) else 0 end;
  v_target := least(v_wanted, 99, greatest(v_available, 0));
  if p_quantity > 0 and (v_target = 0 or (p_add and v_target <= coalesce(v_before, 0))) then
    return json_build_object('cart', cart.cart_json(v_cart, p_now), 'available', v_available, 'refused', true, 'full', false,
      'limited', false, 'created', v_created);
  end if;
  if v_before is null and v_target > 0 and (select count(*) from cart.lines where cart_id = v_cart) >= p_most then
    return json_build_object('cart', cart.cart_json(v_cart, p_now), 'available', v_available, 'refused', false, 'full', true,
      'limited', false, 'created', false);
  end if;
  if v_target = 0 then
    delete from cart.lines where cart_id = v_cart and variant_id = p_variant;
  else
    insert into cart.lines (id, cart_id, variant_id, quantity, seen_price, seen_currency, added_at)
    values (p_new_line, v_cart, p_variant, v_target, p_price, p_currency, p_now)
    on conflict (cart_id, variant_id) do update set quantity = excluded.quantity, seen_price = excluded.seen_price,
      seen_currency = excluded.seen_currency;
  end if;
  if v_target is distinct from v_before then
    update cart.carts set version = version + 1, currency = p_currency, updated_at = p_now where id = v_cart;
  end if;
  return json_build_object('cart', cart.cart_json(v_cart, p_now), 'available', v_available, 'refused', false, 'full', false,
    'limited', v_target < v_wanted, 'created', v_created);
end $$;

-- At sign-in. No cart of their own yet: the guest cart becomes it. Else the guest's lines join it, and of a variant in both
-- the larger quantity stays, so that signing in twice doubles nothing.
create function cart.merge_carts(p_user uuid, p_token text, p_now timestamptz) returns uuid language plpgsql as $$
declare
  v_guest uuid;
  v_own uuid;
begin
  select id into v_guest from cart.carts
  where token_hash = p_token and user_id is null and status = 'active' for update;
  if v_guest is null then
    return cart.find_cart(p_user, null);
  end if;
  select id into v_own from cart.carts where user_id = p_user and status = 'active' for update;
  if v_own is null then
    begin
      update cart.carts set user_id = p_user, token_hash = null, version = version + 1, updated_at = p_now where id = v_guest;
      return v_guest;
    exception when unique_violation then
      select id into v_own from cart.carts where user_id = p_user and status = 'active' for update;
    end;
    -- Theirs was closed in the same moment: once more.
    if v_own is null then
      return cart.merge_carts(p_user, p_token, p_now);
    end if;
  end if;
  insert into cart.lines (id, cart_id, variant_id, quantity, seen_price, seen_currency, added_at)
  select gen_random_uuid(), v_own, variant_id, quantity, seen_price, seen_currency, added_at from cart.lines where cart_id = v_guest
  on conflict (cart_id, variant_id) do update set quantity = greatest(lines.quantity, excluded.quantity);
  insert into cart.cart_promotions (cart_id, promotion_id, code, refused, added_at)
  select v_own, promotion_id, code, refused, added_at from cart.cart_promotions where cart_id = v_guest
  on conflict (cart_id, promotion_id) do nothing;
  update cart.carts set status = 'merged', updated_at = p_now where id = v_guest;
  update cart.carts set version = version + 1, updated_at = p_now where id = v_own;
  return v_own;
end $$;

-- Reservations of many checkouts in one transaction: whoever waited for a product while another transaction had it is served
-- together, so that a hot product costs one lock and one commit for many. Each of them has an answer of its own.

-- Outbox rows and one wake-up call for all of them.
create function cart.emit_all(p_events jsonb, p_now timestamptz) returns void language plpgsql as $$
begin
  insert into cart.outbox (id, name, version, data, occurred_at)
  select (e->>'id')::uuid, e->>'name', 1, e->'data', p_now from jsonb_array_elements(p_events) e;
  perform pg_notify('mallhive_outbox', jsonb_build_object('domain', 'cart',
    'names', (select jsonb_agg(distinct e->'name') from jsonb_array_elements(p_events) e),
    'events', case when octet_length(p_events::text) < 7000 then p_events end)::text);
end $$;

-- Where the lines of checkouts that hold nothing yet are taken from, in the order they came; locks the levels. Of each variant
-- the fullest location first, as `plan_reservation` does for one. `short`: by attempt the variants that are lacking whatever
-- the others get. `certain` is false when it depends on who comes first, or a line of several attempts had to be split.
create function cart.plan_reservations(
  p_attempts int[], p_variants uuid[], p_quantities int[], p_touched uuid[], p_without int[],
  out attempts int[], out variants uuid[], out locations uuid[], out quantities int[], out short jsonb, out certain boolean
) language plpgsql as $$
begin
  with locked as materialized (
    select variant_id, location_id, backorder, on_hand - reserved as free from cart.stock_levels
    where variant_id = any(p_touched) order by variant_id, location_id for update
  ), offered as (
    select variant_id, location_id, free, sum(free) over (
      partition by variant_id order by backorder, free desc, location_id rows unbounded preceding)::int as through
    from locked where free > 0
  ), asked as (
    select w.attempt, w.variant_id, w.quantity,
      coalesce((select max(o.through) from offered o where o.variant_id = w.variant_id), 0) as available
    from unnest(p_attempts, p_variants, p_quantities) as w(attempt, variant_id, quantity) where w.attempt <> all(p_without)
  ), lacking as (
    select attempt, jsonb_agg(jsonb_build_object('variantId', variant_id, 'available', available)) as lines
    from asked where quantity > available group by attempt
  ), wanted as (
    select attempt, variant_id, quantity, available, sum(quantity) over (
      partition by variant_id order by attempt rows unbounded preceding)::int as through
    from asked where attempt not in (select attempt from lacking)
  ), taken as (
    select w.attempt, w.variant_id, o.location_id,
      least(w.through, o.through) - greatest(w.through - w.quantity, o.through - o.free) as quantity
    from wanted w join offered o on o.variant_id = w.variant_id
      and o.through > w.through - w.quantity and o.through - o.free < w.through
  )
  select array_agg(t.attempt), array_agg(t.variant_id), array_agg(t.location_id), array_agg(t.quantity),
    (select jsonb_object_agg(attempt, lines) from lacking),
    not exists (select from wanted where through > available)
      and (cardinality(p_attempts) = 1 or count(*) = (select count(*) from wanted))
  into attempts, variants, locations, quantities, short, certain
  from taken t;
end $$;

-- A use of each promotion for checkouts that hold nothing yet: of each all, or none. Answers the attempts that could not have
-- theirs. Promotions of which there are only so many are locked in order before anything is held.
create function cart.hold_uses_of_many(
  p_checkouts uuid[], p_carts uuid[], p_expires timestamptz[], p_holds jsonb, p_without int[], p_now timestamptz
) returns int[] language plpgsql as $$
declare
  v_refused int[] := '{}';
  v_hold jsonb;
  i int;
begin
  perform 1 from cart.promotions where limit_total is not null and id in (
    select (u->>'promotionId')::uuid from jsonb_array_elements(p_holds) h, jsonb_array_elements(h->'uses') u
  ) order by id for update;
  for i in select g from generate_subscripts(p_checkouts, 1) g where g <> all(p_without) and p_holds->(g - 1)->'uses' <> '[]' loop
    v_hold := p_holds->(i - 1);
    begin
      if cart.hold_uses(p_checkouts[i], p_carts[i], v_hold->'uses', array(select jsonb_array_elements_text(v_hold->'keys')),
        v_hold->>'currency', p_expires[i], p_now) <> '[]' then
        raise exception 'not everything can be held' using errcode = 'MHP01';
      end if;
    exception when sqlstate 'MHP01' then
      v_refused := v_refused || i;
    end;
  end loop;
  return v_refused;
end $$;

-- Reserves for each attempt every line or none, as `reserve_checkout` does for one; no two attempts are of one checkout.
-- Answers one reply an attempt, in their order; null is one that has to be made alone: a promotion is refused, or to be
-- exchanged for another, or a bundle is among the lines. Lock order: checkouts by id, promotions, then levels by (variant, location).
create function cart.reserve_many(
  p_checkouts uuid[], p_carts uuid[], p_expires timestamptz[], p_reserved_events uuid[], p_holds jsonb,
  p_attempts int[], p_variants uuid[], p_quantities int[], p_now timestamptz, p_changed_event uuid
) returns jsonb language plpgsql as $$
declare
  v_alone int[];
  v_later int[];
  v_touched uuid[];
  v_plan record;
  v_replies jsonb := '{}';
  v_lacking uuid[];
  v_gone cart.promotion_uses[];
  i int;
begin
  perform cart.lock_checkout(c) from (select c from unnest(p_checkouts) c order by c) s;
  -- Who reserved before is served one by one, after the others.
  select coalesce(array_agg(distinct array_position(p_checkouts, checkout_id)), '{}'),
    p_variants || coalesce(array_agg(distinct variant_id) filter (where status = 'active'), '{}')
  into v_later, v_touched from cart.reservations where checkout_id = any(p_checkouts);
  v_alone := array(
    select array_position(p_checkouts, checkout_id) from cart.promotion_uses where checkout_id = any(p_checkouts)
    union select attempt from unnest(p_attempts, p_variants) as x(attempt, variant_id)
    join cart.bundle_parts b on b.bundle_id = x.variant_id);
  if p_holds is not null then
    v_alone := v_alone || array(select l from unnest(v_later) l where p_holds->(l - 1)->'uses' <> '[]');
    v_alone := v_alone || cart.hold_uses_of_many(p_checkouts, p_carts, p_expires, p_holds, v_alone, p_now);
  end if;
  v_later := array(select l from unnest(v_later) l where l <> all(v_alone));

  v_plan := cart.plan_reservations(p_attempts, p_variants, p_quantities, v_touched, v_later || v_alone);
  if not v_plan.certain then
    v_later := array(select g from generate_subscripts(p_checkouts, 1) g
      where g <> all(v_alone) and (v_plan.short is null or not v_plan.short ? g::text));
  elsif v_plan.attempts is not null then
    update cart.stock_levels l set reserved = l.reserved + d.quantity, version = l.version + 1, updated_at = p_now
    from (
      select variant_id, location_id, sum(quantity)::int as quantity
      from unnest(v_plan.variants, v_plan.locations, v_plan.quantities) as x(variant_id, location_id, quantity) group by 1, 2
    ) d where (l.variant_id, l.location_id) = (d.variant_id, d.location_id);
    insert into cart.reservations (checkout_id, cart_id, variant_id, location_id, quantity, expires_at, created_at, updated_at)
    select p_checkouts[attempt], p_carts[attempt], variant_id, location_id, quantity, p_expires[attempt], p_now, p_now
    from unnest(v_plan.attempts, v_plan.variants, v_plan.locations, v_plan.quantities)
      as x(attempt, variant_id, location_id, quantity);
    perform cart.emit_all(jsonb_build_object('id', p_changed_event, 'name', 'cart/stock.changed', 'data',
        jsonb_build_object('levels', cart.levels_of(v_plan.variants))) || (
      select jsonb_agg(jsonb_build_object('id', p_reserved_events[a], 'name', 'cart/stock.reserved', 'data', jsonb_build_object(
        'checkoutId', p_checkouts[a],
        'expiresAt', to_char(p_expires[a] at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))))
      from (select distinct a from unnest(v_plan.attempts) a) s), p_now);
  end if;

  select coalesce(jsonb_object_agg(attempt, jsonb_build_object('outcome', 'lacking', 'lacking', lines)), '{}')
  into v_replies from jsonb_each(v_plan.short) as x(attempt, lines);
  foreach i in array v_later loop
    v_replies := v_replies || jsonb_build_object(i, cart.reserve_stock(p_checkouts[i], p_carts[i],
      array(select v from unnest(p_attempts, p_variants) as x(a, v) where a = i),
      array(select q from unnest(p_attempts, p_quantities) as x(a, q) where a = i),
      p_expires[i], p_now, gen_random_uuid(), p_reserved_events[i]));
  end loop;
  if p_holds is not null then
    v_lacking := array(select p_checkouts[r.key::int] from jsonb_each(v_replies) r where r.value->>'outcome' = 'lacking');
    with gone as (delete from cart.promotion_uses where checkout_id = any(v_lacking) returning promotion_uses)
    select array_agg(promotion_uses) into v_gone from gone;
    perform cart.give_back_uses(coalesce(v_gone, '{}'));
  end if;
  return (
    select jsonb_agg(case when g = any(v_alone) then 'null'
      else coalesce(v_replies->(g::text), '{"outcome": "reserved", "lacking": []}') end order by g)
    from generate_subscripts(p_checkouts, 1) g);
end $$;

-- Checkouts of some paid orders, one after the other in one transaction: what they touch is locked before, in the order in
-- which everybody locks, so that two such calls and a shopper's reservation never wait in a circle. One reply each.
create function cart.commit_checkouts(p_checkouts uuid[], p_now timestamptz, p_changed_events uuid[])
returns setof jsonb language plpgsql as $$
begin
  if cardinality(p_checkouts) > 1 then
    perform cart.lock_checkout(id) from (select id from unnest(p_checkouts) as id order by id) c;
    perform 1 from cart.stock_levels
    where variant_id = any(array(select variant_id from cart.reservations where checkout_id = any(p_checkouts)))
    order by variant_id, location_id for update;
  end if;
  for i in 1 .. coalesce(cardinality(p_checkouts), 0) loop
    return next cart.commit_stock(p_checkouts[i], p_now, p_changed_events[i]);
  end loop;
end $$;

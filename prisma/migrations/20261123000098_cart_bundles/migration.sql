-- Bundles: variants that consist of others of the same seller and share their stock. Reservations, sales and movements are of
-- the parts, in the usual order of locks, so a bundle, another one with the same part, and the part alone race as any two
-- carts do.

alter table cart.bundle_parts
  add constraint bundle_parts_quantity_range check (quantity between 1 and 99),
  add constraint bundle_parts_not_itself check (bundle_id <> part_id);

-- How many of a bundle can be sold: what is in stock of its parts, and what the cart's own checkout holds of them. Parts on
-- backorder do not count. Null for what is no bundle.
create function cart.bundle_available(p_variant uuid, p_cart uuid) returns int language sql stable as $$
  select min((coalesce(s.free, 0) + coalesce(h.held, 0)) / b.quantity)::int
  from cart.bundle_parts b
  left join lateral (
    select sum(on_hand - reserved) as free from cart.stock_levels where variant_id = b.part_id and not backorder
  ) s on true
  left join lateral (
    select sum(r.quantity) as held from cart.reservations r
    where r.cart_id = p_cart and r.variant_id = b.part_id and r.status = 'active'
  ) h on p_cart is not null
  where b.bundle_id = p_variant
$$;

create function cart.bundle_json(p_variant uuid) returns jsonb language sql stable as $$
  select jsonb_agg(jsonb_build_object('variantId', part_id, 'quantity', quantity) order by position)
  from cart.bundle_parts where bundle_id = p_variant
$$;

-- Lines with the bundles among them taken apart; of a variant one line.
create function cart.take_apart(p_variants uuid[], p_quantities int[], out variants uuid[], out quantities int[])
language sql stable as $$
  select array_agg(variant_id), array_agg(quantity) from (
    select coalesce(b.part_id, w.variant_id) as variant_id, sum(w.quantity * coalesce(b.quantity, 1))::int as quantity
    from unnest(p_variants, p_quantities) as w(variant_id, quantity)
    left join cart.bundle_parts b on b.bundle_id = w.variant_id group by 1
  ) s
$$;

-- What a variant consists of; no parts make it an ordinary one again. Answers the parts before, or why it cannot be so:
-- `nested`: a part is a bundle or the bundle is a part; `has_stock`: it has stock or promises of its own.
create function cart.save_bundle(
  p_seller uuid, p_bundle uuid, p_product uuid, p_parts jsonb, p_now timestamptz, p_changed_event uuid
) returns jsonb language plpgsql as $$
declare
  v_parts uuid[] := array(select "variantId" from jsonb_to_recordset(p_parts) as x("variantId" uuid));
  v_before jsonb;
  v_main uuid;
  v_versions bigint;
begin
  -- One at a time for a seller, so that two at once do not make a bundle of a bundle.
  perform pg_advisory_xact_lock(hashtextextended('cart.bundles:' || p_seller, 0));
  v_before := coalesce(cart.bundle_json(p_bundle), '[]');
  if v_before = (select coalesce(jsonb_agg(jsonb_build_object('variantId', "variantId", 'quantity', quantity) order by n), '[]')
      from rows from (jsonb_to_recordset(p_parts) as ("variantId" uuid, quantity int)) with ordinality as x("variantId", quantity, n)) then
    return jsonb_build_object('outcome', 'unchanged', 'before', v_before);
  end if;
  insert into cart.stock_locations (id, seller_id, created_at) values (gen_random_uuid(), p_seller, p_now)
  on conflict do nothing;
  select id into v_main from cart.stock_locations where seller_id = p_seller and code = 'main';
  insert into cart.stock_levels (variant_id, location_id, product_id, seller_id, on_hand, updated_at)
  values (p_bundle, v_main, p_product, p_seller, 0, p_now) on conflict (variant_id, location_id) do nothing;
  perform 1 from cart.stock_levels l
  where variant_id = p_bundle or variant_id = any(v_parts)
    or variant_id in (select part_id from cart.bundle_parts where bundle_id = p_bundle)
  order by variant_id, location_id for update;
  if cardinality(v_parts) > 0 then
    if exists (select from cart.bundle_parts where bundle_id = any(v_parts) or part_id = p_bundle) then
      return jsonb_build_object('outcome', 'nested');
    end if;
    if exists (select from cart.stock_levels where variant_id = p_bundle and (on_hand > 0 or reserved > 0))
      or exists (select from cart.stock_rules where variant_id = p_bundle and backorder_limit > 0)
      or exists (select from cart.backorder_waits where variant_id = p_bundle and quantity > 0) then
      return jsonb_build_object('outcome', 'has_stock');
    end if;
  end if;
  -- The bundle's version is the sum of its own and its parts': it must grow also when a part goes.
  select coalesce(sum(l.version), 0) into v_versions
  from cart.bundle_parts b join cart.stock_levels l on l.variant_id = b.part_id where b.bundle_id = p_bundle;
  delete from cart.bundle_parts where bundle_id = p_bundle;
  insert into cart.bundle_parts (bundle_id, part_id, quantity, seller_id, product_id, position)
  select p_bundle, "variantId", quantity, p_seller, "productId", n
  from rows from (jsonb_to_recordset(p_parts) as ("variantId" uuid, quantity int, "productId" uuid)) with ordinality
    as x("variantId", quantity, "productId", n);
  update cart.stock_levels set version = version + v_versions::int + 1, updated_at = p_now
  where variant_id = p_bundle and location_id = v_main;
  perform cart.emit(p_changed_event, 'cart/stock.changed', jsonb_build_object('levels', cart.levels_of(array[p_bundle])), p_now);
  return jsonb_build_object('outcome', 'saved', 'before', v_before);
end $$;

-- Which of the lines that were asked for are short, when these of their parts are.
create function cart.lacking_lines(p_lines uuid[], p_lacking jsonb, p_cart uuid) returns jsonb language sql stable as $$
  select jsonb_agg(jsonb_build_object('variantId', w.variant_id, 'available', case
    when exists (select from cart.bundle_parts b where b.bundle_id = w.variant_id) then cart.bundle_available(w.variant_id, p_cart)
    else (select available from jsonb_to_recordset(p_lacking) as s("variantId" uuid, available int)
      where s."variantId" = w.variant_id) end))
  from unnest(p_lines) as w(variant_id)
  where exists (select from jsonb_to_recordset(p_lacking) as s("variantId" uuid)
    where s."variantId" = w.variant_id
      or s."variantId" in (select part_id from cart.bundle_parts b where b.bundle_id = w.variant_id))
$$;

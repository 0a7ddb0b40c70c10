-- Sold units that come back, because they were cancelled or sent back. Each line once by its key, to the location that it was
-- taken from, else to the main one. `waiting`: the sale has not been written yet, ask again; `never_taken`: there was none.
create function cart.put_back(
  p_checkout uuid, p_seller uuid, p_lines jsonb, p_reason text, p_now timestamptz, p_changed_event uuid
) returns text language plpgsql as $$
declare
  v_variants uuid[];
  v_main uuid;
  v_backorder uuid;
  v_lines jsonb;
begin
  perform cart.lock_checkout(p_checkout);
  -- Bundles come back as the parts that were taken for them.
  if exists (select from cart.bundle_holds where checkout_id = p_checkout) then
    select jsonb_agg(jsonb_build_object('key', l.key || coalesce(':' || h.part_id, ''), 'variantId', coalesce(h.part_id, l."variantId"),
      'productId', coalesce(h.product_id, l."productId"), 'quantity', l.quantity * coalesce(h.quantity, 1)))
    into p_lines
    from jsonb_to_recordset(p_lines) as l(key text, "variantId" uuid, "productId" uuid, quantity int)
    left join cart.bundle_holds h on h.checkout_id = p_checkout and h.bundle_id = l."variantId";
  end if;
  select array_agg(distinct "variantId") into v_variants from jsonb_to_recordset(p_lines) as l("variantId" uuid);
  if exists (select from cart.reservations
      where checkout_id = p_checkout and variant_id = any(v_variants) and status = 'active') then
    return 'waiting';
  end if;
  if exists (select from cart.reservations
      where checkout_id = p_checkout and variant_id = any(v_variants) and status = 'released') then
    return 'never_taken';
  end if;
  insert into cart.stock_locations (id, seller_id, created_at) values (gen_random_uuid(), p_seller, p_now)
  on conflict do nothing;
  select id into v_main from cart.stock_locations where seller_id = p_seller and code = 'main';
  perform 1 from cart.stock_levels where variant_id = any(v_variants) order by variant_id, location_id for update;
  select id into v_backorder from cart.stock_locations where seller_id = p_seller and code = 'backorder';
  v_lines := case when p_reason = 'cancelled' and v_backorder is not null
    then cart.give_up_waiting(p_checkout, v_backorder, p_lines, p_now) else p_lines end;

  with lines as (
    select l.key, l."variantId" as variant_id, l."productId" as product_id, l.quantity, coalesce((
      select r.location_id from cart.reservations r
      where r.checkout_id = p_checkout and r.variant_id = l."variantId" and r.status = 'committed'
        and r.location_id is distinct from v_backorder
      order by r.quantity desc, r.location_id limit 1), v_main) as location_id
    from jsonb_to_recordset(v_lines) as l(key text, "variantId" uuid, "productId" uuid, quantity int)
  ), moved as (
    insert into cart.stock_movements (variant_id, location_id, delta, reason, reference, created_at)
    select variant_id, location_id, quantity, p_reason, key, p_now from lines order by key
    on conflict (reference) do nothing returning variant_id, location_id, delta
  )
  insert into cart.stock_levels as level (variant_id, location_id, product_id, seller_id, on_hand, updated_at)
  select m.variant_id, m.location_id, (select product_id from lines where lines.variant_id = m.variant_id limit 1), p_seller,
    sum(m.delta), p_now
  from moved m group by m.variant_id, m.location_id
  on conflict (variant_id, location_id) do update set on_hand = level.on_hand + excluded.on_hand,
    version = level.version + 1, updated_at = p_now;
  if found or v_lines <> p_lines then
    perform cart.emit(p_changed_event, 'cart/stock.changed', jsonb_build_object('levels', cart.levels_of(v_variants)), p_now);
  end if;
  return 'done';
end $$;

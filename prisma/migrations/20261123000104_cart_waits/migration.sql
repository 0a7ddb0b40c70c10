-- Who waits for what to be back. What a bundle can be sold of is what its parts allow.

create function cart.units_free(p_variant uuid) returns int language sql stable as $$
  select case when exists (select from cart.bundle_parts where bundle_id = p_variant)
    then cart.bundle_available(p_variant, null)
    else (select coalesce(sum(on_hand - reserved), 0) from cart.stock_levels where variant_id = p_variant) end::int
$$;

create function cart.add_wait(
  p_id uuid, p_user uuid, p_variant uuid, p_product uuid, p_currency text, p_most int, p_now timestamptz
) returns text language plpgsql as $$
begin
  if cart.units_free(p_variant) > 0 then
    return 'in_stock';
  end if;
  if (select count(*) from cart.stock_waits where user_id = p_user and variant_id <> p_variant) >= p_most then
    return 'full';
  end if;
  insert into cart.stock_waits (id, user_id, variant_id, product_id, currency, asked, since)
  values (p_id, p_user, p_variant, p_product, p_currency, true, p_now)
  on conflict (user_id, variant_id) do update set asked = true, currency = excluded.currency;
  return 'waiting';
end $$;

-- What sold out since the last look is waited for by those who have it on their wishlist, from now on or since they put it
-- there. What is back is answered with those who waited, at most `p_most` of them, the ones who waited longest first; these
-- do not wait any more. One look at a time.
create function cart.watch_waits(p_now timestamptz, p_most int) returns jsonb language plpgsql as $$
declare
  v_since timestamptz;
  v_returned jsonb;
begin
  insert into cart.stock_watch (id, seen_until) values (1, p_now) on conflict do nothing;
  select coalesce(waits_until, p_now) - interval '10 minutes' into v_since from cart.stock_watch for update;
  update cart.stock_watch set waits_until = p_now;

  insert into cart.stock_waits (id, user_id, variant_id, product_id, currency, asked, since)
  select gen_random_uuid(), w.user_id, w.variant_id, w.product_id, w.currency, false, p_now
  from cart.wishlist_items w join (
    select variant_id from (
      select variant_id from cart.stock_movements where created_at > v_since and delta < 0
      union
      select variant_id from cart.wishlist_items where added_at > v_since and removed_at is null
    ) touched where cart.units_free(variant_id) <= 0
  ) gone using (variant_id)
  where w.removed_at is null
  on conflict do nothing;

  with back as (
    select variant_id from (select distinct variant_id from cart.stock_waits) v where cart.units_free(variant_id) > 0
  ), over as (
    delete from cart.stock_waits where id in (
      select id from cart.stock_waits join back using (variant_id) order by since, id limit p_most
    )
    returning *
  )
  select jsonb_agg(jsonb_build_object('waitId', id, 'userId', user_id, 'variantId', variant_id, 'productId', product_id,
    'currency', currency) order by since, id)
  into v_returned from over
  where asked or exists (
    select from cart.wishlist_items w
    where w.user_id = over.user_id and w.variant_id = over.variant_id and w.removed_at is null
  );
  return coalesce(v_returned, '[]'::jsonb);
end $$;
create index wishlist_added on cart.wishlist_items (added_at) where removed_at is null;

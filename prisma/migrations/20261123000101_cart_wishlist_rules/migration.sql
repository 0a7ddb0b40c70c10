-- Rules of the wishlist that the Prisma model cannot say, and its one write that must count first.

alter table cart.wishlist_items add constraint wishlist_price_not_negative check (price >= 0);
create index wishlist_newest on cart.wishlist_items (user_id, added_at desc, id desc) where removed_at is null;
create index wishlist_removed on cart.wishlist_items (removed_at) where removed_at is not null;

-- One writer of a list at a time, so that two adds at once do not pass the limit. What was removed since `p_undo_from`
-- comes back as it was, price and place, also when the catalog does not know it any more (`p_price` null).
create function cart.add_wish(
  p_user uuid, p_id uuid, p_variant uuid, p_product uuid, p_price int, p_currency text, p_most int,
  p_now timestamptz, p_undo_from timestamptz, p_event uuid
) returns text language plpgsql as $$
declare
  v_found boolean;
  v_removed timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended('cart.wishlist:' || p_user, 0));
  select true, removed_at into v_found, v_removed from cart.wishlist_items
  where user_id = p_user and variant_id = p_variant;
  if v_found and v_removed is null then
    return 'existing';
  end if;
  if p_price is null and (v_removed is null or v_removed < p_undo_from) then
    return 'unknown';
  end if;
  if (select count(*) from cart.wishlist_items where user_id = p_user and removed_at is null) >= p_most then
    return 'full';
  end if;
  if v_removed >= p_undo_from then
    update cart.wishlist_items set removed_at = null, moving_since = null
    where user_id = p_user and variant_id = p_variant;
    return 'restored';
  end if;
  insert into cart.wishlist_items (id, user_id, variant_id, product_id, price, currency, added_at)
  values (p_id, p_user, p_variant, p_product, p_price, p_currency, p_now)
  on conflict (user_id, variant_id) do update set id = excluded.id, product_id = excluded.product_id,
    price = excluded.price, currency = excluded.currency, added_at = excluded.added_at, removed_at = null,
    moving_since = null, seen_price = null;
  perform cart.emit(p_event, 'cart/wishlist.item_added', jsonb_build_object(
    'userId', p_user, 'variantId', p_variant, 'productId', p_product,
    'price', jsonb_build_object('amount', p_price, 'currency', p_currency)), p_now);
  return 'added';
end $$;

-- Promotions: what the database keeps of their limits, and holding, taking and releasing their uses. A use is held, taken
-- and released like stock: at most so many at once, by one statement, harmless when repeated.

alter table cart.promotions
  add constraint promotions_kind_known check (kind in ('percent', 'amount', 'free_shipping', 'buy_x_get_y')),
  add constraint promotions_kind_complete check (case kind
    when 'percent' then percent_bp between 1 and 10000
    when 'amount' then amounts <> '{}'::jsonb
    when 'buy_x_get_y' then percent_bp between 1 and 10000 and buy_quantity between 1 and 99 and get_quantity between 1 and 99
    else true end),
  add constraint promotions_status_known check (status in ('active', 'paused', 'archived')),
  add constraint promotions_bearer_known check (bearer = 'seller' or (bearer = 'marketplace' and seller_id is null)),
  add constraint promotions_ends_after_it_starts check (ends_at > starts_at),
  add constraint promotions_within_limit check (used >= 0 and over_limit >= 0 and used <= limit_total),
  add constraint promotions_limits_positive check (limit_total > 0 and limit_customer > 0);
create index promotions_automatic on cart.promotions (seller_id) where automatic and status = 'active';
alter table cart.promotions set (fillfactor = 80);

alter table cart.promotion_codes add constraint promotion_codes_written check (code ~ '^[A-Z0-9][A-Z0-9_-]{2,31}$');
alter table cart.promotion_customers add constraint promotion_customers_not_negative check (used >= 0);
alter table cart.promotion_uses
  add constraint promotion_uses_status_known check (status in ('held', 'taken', 'released')),
  add constraint promotion_uses_amount_not_negative check (amount >= 0);
create index promotion_uses_due on cart.promotion_uses (expires_at) where status = 'held';
create index promotion_uses_of_cart on cart.promotion_uses (cart_id) where status = 'held';

alter table cart.cart_promotions add constraint cart_promotions_say_why check (code is not null or refused is not null);

-- What may make a cart cheaper: the codes it carries, whatever became of them, and the automatic promotions of the shop and of
-- the sellers whose things are in it. `used` leaves out what this cart's own checkout holds, `usedByCustomer` likewise.
-- Codes as [{promotionId, code, refused, addedAt}].
create function cart.promotions_of(p_cart uuid, p_user uuid, p_variants uuid[], p_codes jsonb, p_now timestamptz)
returns jsonb language plpgsql stable as $$
begin
  if p_codes = '[]'::jsonb and not exists (select from cart.promotions where automatic and status = 'active') then
    return '[]'::jsonb;
  end if;
  return coalesce((
    with codes as (
      select * from jsonb_to_recordset(p_codes) as c("promotionId" uuid, code text, refused text, "addedAt" timestamptz)
    )
    select jsonb_agg(jsonb_build_object('id', p.id, 'sellerId', p.seller_id, 'title', p.title, 'kind', p.kind,
      'percentBp', p.percent_bp, 'amounts', p.amounts, 'buyQuantity', p.buy_quantity, 'getQuantity', p.get_quantity,
      'minimums', p.minimums, 'productIds', p.product_ids, 'categoryIds', p.category_ids, 'currencies', p.currencies,
      'startsAt', p.starts_at, 'endsAt', p.ends_at, 'automatic', p.automatic, 'exclusive', p.exclusive, 'priority', p.priority,
      'bearer', p.bearer, 'status', p.status, 'code', c.code, 'refused', c.refused,
      'left', p.limit_total - p.used + coalesce(h.held, 0),
      'leftForCustomer', p.limit_customer + coalesce(h.held, 0) - case when p_user is null then 0 else coalesce(
        (select u.used from cart.promotion_customers u where u.promotion_id = p.id and u.customer_key = 'user:' || p_user), 0) end)
      order by c."addedAt", p.id)
    from (
      select "promotionId" as id from codes
      union
      select id from cart.promotions where automatic and status = 'active' and starts_at <= p_now and (ends_at is null or ends_at > p_now)
        and (seller_id is null or seller_id in (select s.seller_id from cart.stock_levels s where s.variant_id = any(p_variants)))
    ) wanted
    join cart.promotions p on p.id = wanted.id
    left join codes c on c."promotionId" = p.id
    left join (
      select promotion_id, count(*)::int as held from cart.promotion_uses where cart_id = p_cart and status = 'held' group by 1
    ) h on h.promotion_id = p.id), '[]'::jsonb);
end $$;

create function cart.promotions_json(p_cart uuid, p_user uuid, p_now timestamptz) returns jsonb language plpgsql stable as $$
begin
  if not exists (select from cart.promotions where automatic and status = 'active')
    and not exists (select from cart.cart_promotions where cart_id = p_cart) then
    return '[]'::jsonb;
  end if;
  return cart.promotions_of(p_cart, p_user, array(select variant_id from cart.lines where cart_id = p_cart), coalesce((
    select jsonb_agg(jsonb_build_object('promotionId', promotion_id, 'code', code, 'refused', refused, 'addedAt', added_at))
    from cart.cart_promotions where cart_id = p_cart), '[]'), p_now);
end $$;

-- Gives back what uses took of their limits. The uses must have left the state `held` in the same transaction.
create function cart.give_back_uses(p_uses cart.promotion_uses[]) returns void language plpgsql as $$
declare
  v_use cart.promotion_uses;
begin
  -- One order of locks: promotions by id, then their customers.
  for v_use in select * from unnest(p_uses) u order by u.promotion_id, u.checkout_id loop
    update cart.promotions set used = used - 1 where id = v_use.promotion_id and limit_total is not null and used > 0;
    update cart.promotion_customers set used = used - 1
    where promotion_id = v_use.promotion_id and customer_key = any(v_use.customer_keys) and used > 0;
  end loop;
end $$;

-- Releases the uses a checkout holds (those that are over, when `p_due` is given). Called with the checkout locked.
create function cart.release_uses(p_checkouts uuid[], p_due timestamptz, p_now timestamptz) returns int language plpgsql as $$
declare
  v_uses cart.promotion_uses[];
begin
  if not exists (select from cart.promotion_uses where checkout_id = any(p_checkouts) and status = 'held') then
    return 0;
  end if;
  with gone as (
    update cart.promotion_uses set status = 'released', updated_at = p_now
    where checkout_id = any(p_checkouts) and status = 'held' and (p_due is null or expires_at <= p_due) returning promotion_uses
  )
  select array_agg(promotion_uses) into v_uses from gone;
  perform cart.give_back_uses(coalesce(v_uses, '{}'));
  return coalesce(cardinality(v_uses), 0);
end $$;

-- Holds a use of each promotion for a checkout, all or none; the same checkout again extends the time, with other promotions it
-- replaces them. Answers what could not be held: `used_up` overall, `used_by_customer`, or `ended`. Called with the checkout locked.
create function cart.hold_uses(
  p_checkout uuid, p_cart uuid, p_uses jsonb, p_keys text[], p_currency text, p_expires timestamptz, p_now timestamptz
) returns jsonb language plpgsql as $$
declare
  v_use record;
  v_promotion cart.promotions;
  v_refused jsonb := '[]'::jsonb;
  v_gone cart.promotion_uses[];
  v_reason text;
  v_key text;
begin
  if exists (select from cart.promotion_uses where checkout_id = p_checkout) then
    if exists (select from cart.promotion_uses where checkout_id = p_checkout and status = 'taken') then
      return v_refused;
    end if;
    v_gone := array(select u from cart.promotion_uses u where checkout_id = p_checkout and (status = 'released'
      or (customer_keys <> '{}' and customer_keys <> p_keys)
      or not exists (select from jsonb_array_elements(p_uses) x where (x->>'promotionId')::uuid = u.promotion_id)));
    delete from cart.promotion_uses where checkout_id = p_checkout and promotion_id in (select promotion_id from unnest(v_gone));
    perform cart.give_back_uses(array(select g from unnest(v_gone) g where g.status = 'held'));
  end if;
  for v_use in select * from jsonb_to_recordset(p_uses) as x("promotionId" uuid, code text, amount int) order by "promotionId" loop
    update cart.promotion_uses set expires_at = greatest(expires_at, p_expires), amount = v_use.amount, currency = p_currency,
      cart_id = p_cart, code = v_use.code, updated_at = p_now
    where checkout_id = p_checkout and promotion_id = v_use."promotionId";
    continue when found;
    v_reason := null;
    select * into v_promotion from cart.promotions where id = v_use."promotionId";
    if v_promotion.limit_total is null then
      -- Nobody waits for another here; only a change of the promotion waits for all.
      select * into v_promotion from cart.promotions where id = v_use."promotionId" for share;
    end if;
    if v_promotion.id is null or v_promotion.status <> 'active' or v_promotion.ends_at <= p_now then
      v_reason := 'ended';
    elsif v_promotion.limit_total is not null then
      update cart.promotions set used = used + 1 where id = v_use."promotionId" and used < limit_total;
      if not found then
        v_reason := 'used_up';
      end if;
    end if;
    if v_reason is null and v_promotion.limit_customer is not null then
      foreach v_key in array p_keys loop
        insert into cart.promotion_customers as c (promotion_id, customer_key, used) values (v_use."promotionId", v_key, 1)
        on conflict (promotion_id, customer_key) do update set used = c.used + 1 where c.used < v_promotion.limit_customer;
        if not found then
          v_reason := 'used_by_customer';
        end if;
      end loop;
    end if;
    if v_reason is not null then
      v_refused := v_refused || jsonb_build_object('promotionId', v_use."promotionId", 'code', v_use.code, 'reason', v_reason);
    else
      insert into cart.promotion_uses (promotion_id, checkout_id, cart_id, code, customer_keys, amount, currency, expires_at,
        created_at, updated_at)
      values (v_use."promotionId", p_checkout, p_cart, v_use.code,
        case when v_promotion.limit_customer is null then '{}' else p_keys end, v_use.amount, p_currency, p_expires, p_now, p_now);
    end if;
  end loop;
  return v_refused;
end $$;

-- The uses of promotions and the stock of a checkout, all of it or nothing, in one round trip. Lock order: the checkout,
-- promotions by id with their customers, levels.
create function cart.reserve_checkout(
  p_checkout uuid, p_cart uuid, p_variants uuid[], p_quantities int[], p_expires timestamptz, p_now timestamptz,
  p_changed_event uuid, p_reserved_event uuid, p_uses jsonb, p_keys text[], p_currency text
) returns jsonb language plpgsql as $$
declare
  v_refused jsonb := '[]'::jsonb;
  v_reply jsonb;
begin
  perform cart.lock_checkout(p_checkout);
  -- Null: the stock alone, as for a payment that came late; its uses are taken again by what commits them.
  if p_uses is null or (p_uses = '[]'::jsonb and not exists (select from cart.promotion_uses where checkout_id = p_checkout)) then
    return cart.reserve_stock(p_checkout, p_cart, p_variants, p_quantities, p_expires, p_now, p_changed_event, p_reserved_event);
  end if;
  begin
    v_refused := cart.hold_uses(p_checkout, p_cart, p_uses, p_keys, p_currency, p_expires, p_now);
    if v_refused <> '[]'::jsonb then
      raise exception 'not everything can be held' using errcode = 'MHP01';
    end if;
    v_reply := cart.reserve_stock(p_checkout, p_cart, p_variants, p_quantities, p_expires, p_now, p_changed_event, p_reserved_event);
    if v_reply->>'outcome' = 'lacking' then
      raise exception 'not everything can be held' using errcode = 'MHP01';
    end if;
    return v_reply;
  exception when sqlstate 'MHP01' then
    -- What was written since `begin` is undone; the answer is kept.
    if v_refused = '[]'::jsonb then
      return v_reply;
    end if;
  end;
  return jsonb_build_object('outcome', 'refused', 'lacking', '[]'::jsonb, 'refused', v_refused);
end $$;

-- Locks what a late payment will take again, before any level is locked.
create function cart.lock_lost_uses(p_checkout uuid) returns void language plpgsql as $$
begin
  if exists (select from cart.promotion_uses where checkout_id = p_checkout and status = 'released') then
    perform 1 from cart.promotions p join cart.promotion_uses u on u.promotion_id = p.id
    where u.checkout_id = p_checkout order by p.id for update of p;
    perform 1 from cart.promotion_customers c join cart.promotion_uses u on u.promotion_id = c.promotion_id
    where u.checkout_id = p_checkout and c.customer_key = any(u.customer_keys) order by c.promotion_id, c.customer_key for update of c;
  end if;
end $$;

-- The order is paid: its uses stay. What was released before the payment came is taken again; when nothing is left of it, it is
-- counted as over the limit, for the shopper paid the price that was agreed. Called with the checkout locked.
create function cart.take_uses(p_checkout uuid, p_now timestamptz) returns void language plpgsql as $$
declare
  v_use cart.promotion_uses;
  v_over boolean;
begin
  for v_use in select * from cart.promotion_uses where checkout_id = p_checkout and status <> 'taken' order by promotion_id loop
    v_over := false;
    if v_use.status = 'released' then
      update cart.promotions set used = used + 1 where id = v_use.promotion_id and limit_total is not null and used < limit_total;
      if not found then
        update cart.promotions set over_limit = over_limit + 1 where id = v_use.promotion_id and limit_total is not null;
        v_over := found;
      end if;
      insert into cart.promotion_customers as c (promotion_id, customer_key, used)
      select v_use.promotion_id, k, 1 from unnest(v_use.customer_keys) k
      on conflict (promotion_id, customer_key) do update set used = c.used + 1;
    end if;
    update cart.promotion_uses set status = 'taken', over_limit = v_over, updated_at = p_now
    where checkout_id = p_checkout and promotion_id = v_use.promotion_id;
  end loop;
end $$;

-- A code for a cart: once, at most five. The version grows, so that an order of the cart as it was is given up.
create function cart.apply_coupon(p_user uuid, p_token text, p_code text, p_now timestamptz) returns json language plpgsql as $$
declare
  v_cart uuid := cart.find_cart(p_user, p_token);
  v_promotion uuid;
  v_before text;
begin
  -- Closed or merged meanwhile is like none.
  select id into v_cart from cart.carts where id = v_cart and status = 'active' for update;
  if v_cart is null or not exists (select from cart.lines where cart_id = v_cart) then
    return json_build_object('outcome', 'no_cart', 'promotionId', null, 'cart', null);
  end if;
  select promotion_id into v_promotion from cart.promotion_codes where code = p_code;
  if v_promotion is null then
    return json_build_object('outcome', 'unknown', 'promotionId', null, 'cart', null);
  end if;
  select code into v_before from cart.cart_promotions where cart_id = v_cart and promotion_id = v_promotion;
  if v_before is null and (select count(*) from cart.cart_promotions where cart_id = v_cart and code is not null) >= 5 then
    return json_build_object('outcome', 'too_many', 'promotionId', v_promotion, 'cart', null);
  end if;
  insert into cart.cart_promotions (cart_id, promotion_id, code, added_at) values (v_cart, v_promotion, p_code, p_now)
  on conflict (cart_id, promotion_id) do update set code = excluded.code, refused = null;
  if v_before is distinct from p_code then
    update cart.carts set version = version + 1, updated_at = p_now where id = v_cart;
  end if;
  return json_build_object('outcome', 'applied', 'promotionId', v_promotion, 'cart', cart.cart_json(v_cart, p_now));
end $$;

create function cart.remove_coupon(p_user uuid, p_token text, p_code text, p_now timestamptz) returns json language plpgsql as $$
declare
  v_cart uuid := cart.find_cart(p_user, p_token);
begin
  select id into v_cart from cart.carts where id = v_cart and status = 'active' for update;
  if v_cart is null then
    return json_build_object('outcome', 'no_cart', 'promotionId', null, 'cart', null);
  end if;
  delete from cart.cart_promotions where cart_id = v_cart and code = p_code;
  if found then
    update cart.carts set version = version + 1, updated_at = p_now where id = v_cart;
  end if;
  return json_build_object('outcome', 'removed', 'promotionId', null, 'cart', cart.cart_json(v_cart, p_now));
end $$;

-- Rules of the orders domain that the database itself keeps.

alter table orders.checkouts
  add constraint checkouts_status_known check (status in ('open', 'completed', 'expired')),
  add constraint checkouts_have_an_owner check (user_id is not null or token_hash is not null);
-- The same cart gives the same open checkout.
create unique index checkouts_one_open_per_cart on orders.checkouts (cart_id) where status = 'open';

alter table orders.orders
  add constraint orders_status_known check (status in (
    'pending_payment', 'payment_failed', 'paid', 'partially_shipped', 'shipped', 'delivered', 'cancelled')),
  add constraint orders_amounts check (tax >= 0 and discount between 0 and items and shipping_discount between 0 and shipping
    and total = items - discount + shipping - shipping_discount + case when tax_included then 0 else tax end and tax <= total),
  add constraint orders_have_an_origin check (checkout_id is not null or (source is not null and source_ref is not null));
alter table orders.orders add constraint orders_refunds check (refund_planned between 0 and total);
create index orders_unpaid on orders.orders (pay_by) where status in ('pending_payment', 'payment_failed');

alter table orders.sub_orders
  add constraint sub_orders_status_known check (status in (
    'pending_payment', 'to_fulfil', 'partially_shipped', 'shipped', 'delivered', 'cancelled')),
  add constraint sub_orders_amounts check (tax >= 0 and discount between 0 and items and shipping_discount between 0 and shipping
    and total = items - discount + shipping - shipping_discount + case when tax_included then 0 else tax end and tax <= total);
alter table orders.sub_orders add constraint sub_orders_refunds check (refund_planned between 0 and total);
-- One part a seller; exchanges come on top.
create unique index sub_orders_one_a_seller on orders.sub_orders (order_id, seller_id) where exchange_of is null;

alter table orders.order_lines
  add constraint order_lines_quantities check (quantity > 0 and shipped_quantity >= 0 and cancelled_quantity >= 0
    and shipped_quantity + cancelled_quantity <= quantity
    and returned_quantity between 0 and shipped_quantity and restocked_quantity between 0 and returned_quantity
    and credited_quantity between 0 and cancelled_quantity + returned_quantity),
  add constraint order_lines_amounts check (unit_price >= 0 and total = unit_price * quantity and discount between 0 and total and tax between 0 and total - discount);

alter table orders.shipments add constraint shipments_status_known check (status in ('shipped', 'delivered', 'lost'));

alter table orders.cancellations add constraint cancellations_by_known check (by in ('shopper', 'seller', 'administrator'));

alter table orders.refunds
  add constraint refunds_status_known check (status in ('planned', 'sent', 'succeeded', 'failed')),
  add constraint refunds_cause_known check (cause in ('cancellation', 'return', 'goodwill')),
  add constraint refunds_amounts check (amount > 0 and items >= 0 and shipping >= 0 and amount = items + shipping
    and tax between 0 and amount);
create index refunds_unfinished on orders.refunds (updated_at) where status in ('planned', 'sent');

alter table orders.returns
  add constraint returns_status_known check (status in (
    'requested', 'approved', 'refused', 'in_transit', 'received', 'inspected', 'closed')),
  add constraint returns_wish_known check (wish in ('refund', 'exchange'));
alter table orders.return_lines
  add constraint return_lines_quantities check (quantity > 0 and accepted_quantity between 0 and quantity),
  add constraint return_lines_condition_known check (condition in ('as_new', 'opened', 'damaged', 'missing'));

-- What happened stays as it was told.
create function orders.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger timeline_append_only before update on orders.timeline
  for each row execute function orders.refuse_change();

-- A document stays as it was sent; its buyer can be forgotten, nothing else changes.
alter table orders.invoices
  add constraint invoices_kind_known check (kind in ('invoice', 'credit_note')),
  add constraint invoices_credit check ((kind = 'credit_note') = (invoice_id is not null)),
  add constraint invoices_figures check (total >= 0 and sequence > 0);
create unique index invoices_one_a_part on orders.invoices (sub_order_id) where kind = 'invoice';
create function orders.keep_invoice() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.buyer is null and to_jsonb(new) - 'buyer' = to_jsonb(old) - 'buyer' then
    return new;
  end if;
  raise exception 'invoices are append-only' using errcode = 'restrict_violation';
end $$;
create trigger invoices_append_only before update or delete on orders.invoices
  for each row execute function orders.keep_invoice();

create function orders.return_json(r orders.returns) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'id', r.id, 'number', r.number, 'subOrderId', r.sub_order_id, 'status', r.status, 'wish', r.wish, 'note', r.note,
    'instructions', r.instructions, 'decision', r.decision, 'carrier', r.carrier, 'trackingNumber', r.tracking_number,
    'requestedAt', r.requested_at, 'updatedAt', r.updated_at,
    'lines', coalesce((select jsonb_agg(jsonb_build_object(
        'id', l.id, 'orderLineId', l.order_line_id, 'quantity', l.quantity, 'reason', l.reason,
        'exchangeVariantId', l.exchange_variant_id, 'condition', l.condition, 'acceptedQuantity', l.accepted_quantity,
        'restock', l.restock) order by l.id)
      from orders.return_lines l where l.return_id = r.id), '[]'::jsonb))
$$;

-- A whole order as one document: what the order pages show. One round trip instead of a query per part.
create function orders.sub_order_json(s orders.sub_orders, p_currency text) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'id', s.id, 'number', s.number, 'status', s.status, 'shippingMethod', s.shipping_method, 'currency', p_currency,
    'seller', jsonb_build_object('id', s.seller_id, 'slug', s.seller_slug, 'name', s.seller_name),
    'items', s.items, 'discount', s.discount, 'shippingDiscount', s.shipping_discount, 'discounts', s.discounts, 'shipping', s.shipping, 'tax', s.tax, 'taxIncluded', s.tax_included, 'total', s.total,
    'refundPlanned', s.refund_planned, 'exchangeOf', s.exchange_of,
    'refunds', coalesce((select jsonb_agg(jsonb_build_object(
        'id', r.id, 'cause', r.cause, 'key', r.key, 'status', r.status, 'amount', r.amount, 'reason', r.reason,
        'plannedAt', r.planned_at, 'doneAt', r.done_at) order by r.planned_at, r.id)
      from orders.refunds r where r.sub_order_id = s.id), '[]'::jsonb),
    'returns', coalesce((select jsonb_agg(orders.return_json(r) order by r.requested_at, r.id)
      from orders.returns r where r.sub_order_id = s.id), '[]'::jsonb),
    'lines', coalesce((select jsonb_agg(jsonb_build_object(
        'id', l.id, 'variantId', l.variant_id, 'productId', l.product_id, 'slug', l.slug, 'sku', l.sku, 'title', l.title,
        'variantTitle', l.variant_title, 'imageUrl', l.image_url, 'quantity', l.quantity,
        'shippedQuantity', l.shipped_quantity, 'cancelledQuantity', l.cancelled_quantity,
        'returnedQuantity', l.returned_quantity, 'restockedQuantity', l.restocked_quantity,
        'creditedQuantity', l.credited_quantity, 'parts', l.parts, 'waitingQuantity', l.waiting_quantity, 'expectedOn', l.expected_on, 'unitPrice', l.unit_price, 'total', l.total, 'discount', l.discount, 'categoryIds', l.category_ids, 'tax', l.tax,
        'taxBasisPoints', l.tax_basis_points) order by l.position)
      from orders.order_lines l where l.sub_order_id = s.id), '[]'::jsonb),
    'documents', coalesce((select jsonb_agg(jsonb_build_object(
        'id', i.id, 'kind', i.kind, 'number', i.number, 'issuedAt', i.issued_at, 'total', i.total) order by i.issued_at, i.id)
      from orders.invoices i where i.sub_order_id = s.id), '[]'::jsonb),
    'shipments', coalesce((select jsonb_agg(jsonb_build_object(
        'id', h.id, 'carrier', h.carrier, 'trackingNumber', h.tracking_number, 'trackingUrl', h.tracking_url,
        'status', h.status, 'shippedAt', h.shipped_at, 'deliveredAt', h.delivered_at, 'lines', h.lines) order by h.shipped_at)
      from orders.shipments h where h.sub_order_id = s.id), '[]'::jsonb))
$$;

create function orders.timeline_json(p_order uuid, p_sub_order uuid) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('at', t.at, 'kind', t.kind, 'message', t.message, 'detail', t.detail) order by t.at, t.id), '[]'::jsonb)
  from orders.timeline t
  where t.order_id = p_order and (p_sub_order is null or t.sub_order_id is null or t.sub_order_id = p_sub_order)
$$;

create function orders.order_json(o orders.orders) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'id', o.id, 'number', o.number, 'status', o.status, 'checkoutId', o.checkout_id, 'cartId', o.cart_id,
    'userId', o.user_id, 'email', o.email, 'currency', o.currency, 'locale', o.locale, 'country', o.country, 'placedAt', o.placed_at,
    'payBy', o.pay_by, 'paymentId', o.payment_id, 'provider', o.provider, 'accessTokenHash', o.access_token_hash,
    'shippingAddress', o.shipping_address,
    'items', o.items, 'discount', o.discount, 'shippingDiscount', o.shipping_discount, 'shipping', o.shipping, 'tax', o.tax, 'taxIncluded', o.tax_included, 'total', o.total,
    'refundPlanned', o.refund_planned,
    'subOrders', coalesce((select jsonb_agg(orders.sub_order_json(s, o.currency) order by s.number)
      from orders.sub_orders s where s.order_id = o.id), '[]'::jsonb),
    'timeline', orders.timeline_json(o.id, null))
$$;

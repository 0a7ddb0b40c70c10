import { appendEvents, type Database, outboxSql, outboxValues, statement, withSqlTransaction } from '@mallhive/db';
import { newId } from '@mallhive/kernel';
import type { Address, OrderStatus } from './contract.ts';
import { orderCancelled, orderPaid, orderPlaced } from './events.ts';
import type { OrderDocument } from './order.ts';
import { orderFacts } from './order-facts.ts';
import { orderTransitions, sourcesOf, subOrderTransitions } from './order-state.ts';

const placed = outboxSql('orders', 'made', '$5', '$6');
/** Order, sub-orders, lines, timeline, event and the closed checkout in one statement; nothing when the checkout has its order. */
const insert = statement(
  'orders.insert-order',
  `with doc as (select $1::jsonb as d),
   made as (
     insert into orders.orders (id, number, checkout_id, cart_id, user_id, email, status, currency, locale, items, discount, shipping, shipping_discount, tax,
       tax_included, total,
       item_count, country, shipping_address, access_token_hash, provider, placed_at, pay_by, updated_at)
     select (d->>'id')::uuid, d->>'number', (d->>'checkoutId')::uuid, (d->>'cartId')::uuid, (d->>'userId')::uuid, d->>'email',
       d->>'status', d->>'currency', d->>'locale', (d->>'items')::int, (d->>'discount')::int, (d->>'shipping')::int,
       (d->>'shippingDiscount')::int, (d->>'tax')::int, (d->>'taxIncluded')::boolean, (d->>'total')::int,
       $2::int, d->>'country', d->'shippingAddress', $3, d->>'provider', (d->>'placedAt')::timestamptz,
       (d->>'payBy')::timestamptz, (d->>'placedAt')::timestamptz
     from doc on conflict (checkout_id) do nothing returning id, placed_at
   ),
   subs as (
     select made.id as order_id, made.placed_at, s from made, doc, jsonb_array_elements(d->'subOrders') s
   ),
   made_subs as (
     insert into orders.sub_orders (id, order_id, number, seller_id, seller_slug, seller_name, status, shipping_method,
       items, discount, shipping, shipping_discount, discounts, tax, tax_included, total, item_count, placed_at, updated_at)
     select (s->>'id')::uuid, order_id, s->>'number', (s->'seller'->>'id')::uuid, s->'seller'->>'slug', s->'seller'->>'name',
       s->>'status', s->>'shippingMethod', (s->>'items')::int, (s->>'discount')::int, (s->>'shipping')::int,
       (s->>'shippingDiscount')::int, s->'discounts', (s->>'tax')::int, (s->>'taxIncluded')::boolean, (s->>'total')::int,
       (select sum((l->>'quantity')::int) from jsonb_array_elements(s->'lines') l), placed_at, placed_at
     from subs
   ),
   made_lines as (
     insert into orders.order_lines (id, order_id, sub_order_id, variant_id, product_id, slug, sku, title, variant_title, image_url,
       quantity, unit_price, total, discount, tax, tax_basis_points, category_ids, parts, position)
     select (l->>'id')::uuid, order_id, (s->>'id')::uuid, (l->>'variantId')::uuid, (l->>'productId')::uuid, l->>'slug', l->>'sku',
       l->>'title', l->>'variantTitle', l->>'imageUrl', (l->>'quantity')::int, (l->>'unitPrice')::int, (l->>'total')::int,
       (l->>'discount')::int, (l->>'tax')::int, (l->>'taxBasisPoints')::int, array(select jsonb_array_elements_text(l->'categoryIds'))::uuid[], l->'parts', n
     from subs, jsonb_array_elements(s->'lines') with ordinality as e(l, n)
   ),
   told as (
     insert into orders.timeline (id, order_id, at, kind, message)
     select gen_random_uuid(), id, placed_at, 'placed', 'Order placed' from made
   ),
   closed as (
     update orders.checkouts c set status = 'completed', cart_version = $4::int, updated_at = made.placed_at
     from made, doc where c.id = (d->>'checkoutId')::uuid
   ), ${placed.appended}
   select id, ${placed.notified} from made`,
);
const byId = statement('orders.order', 'select orders.order_json(o) as doc from orders.orders o where o.id = $1::uuid');
const byCheckout = statement(
  'orders.order-of-checkout',
  'select orders.order_json(o) as doc from orders.orders o where o.checkout_id = $1::uuid',
);
const byNumber = statement(
  'orders.order-by-number',
  'select orders.order_json(o) as doc from orders.orders o where o.number = $1 and ($2::text is null or lower(o.email) = $2)',
);
const toPay = statement(
  'orders.to-pay',
  `select orders.order_json(o) as doc, o.xmin::text as version, status = any($2::text[]) and total = $3::int and currency = $4 as waits
   from orders.orders o where o.id = $1::uuid`,
);
const told = outboxSql('orders', 'paid', '$7', '$8');
/** Order, sub-orders, timeline and event in one statement; nothing when the order is not as it was read. */
const pay = statement(
  'orders.pay',
  `with paid as (
     update orders.orders o set status = 'paid', payment_id = $2::uuid, provider = $3, updated_at = $4::timestamptz
     where id = $1::uuid and o.xmin::text = $9 returning o.id
   ), released as (
     update orders.sub_orders s set status = 'to_fulfil', released_at = $4::timestamptz, updated_at = $4::timestamptz
     from paid where s.order_id = paid.id and s.status = any($5::text[])
   ), told as (
     insert into orders.timeline (id, order_id, at, kind, message)
     select $6::uuid, id, $4::timestamptz, 'paid', 'Payment received' from paid
   ), ${told.appended}
   select id, ${told.notified} from paid`,
);
const paidOf = statement(
  'orders.paid-of',
  `select id as "orderId", payment_id as "paymentId", cart_id as "cartId", total, currency from orders.orders
   where id = any($1::uuid[]) and payment_id is not null`,
);
const cancel = statement(
  'orders.cancel',
  `with gone as (
     update orders.orders o set status = 'cancelled', updated_at = $2::timestamptz
     where id = $1::uuid and status = any($3::text[]) returning o.id, orders.order_json(o) as doc
   ), subs as (
     update orders.sub_orders s set status = 'cancelled', updated_at = $2::timestamptz
     from gone where s.order_id = gone.id and s.status = any($4::text[])
   ), lines as (
     update orders.order_lines l set cancelled_quantity = l.quantity - l.shipped_quantity from gone where l.order_id = gone.id
   ), told as (
     insert into orders.timeline (id, order_id, at, kind, message) select $5::uuid, id, $2::timestamptz, 'cancelled', $6 from gone
   )
   select doc from gone`,
);
const failAttempt = statement(
  'orders.fail-attempt',
  `with failed as (
     update orders.orders set status = 'payment_failed', updated_at = $2::timestamptz
     where id = $1::uuid and status = any($3::text[]) returning id
   )
   insert into orders.timeline (id, order_id, at, kind, message)
   select $4::uuid, id, $2::timestamptz, 'payment_failed', $5 from failed on conflict (id) do nothing`,
);
const tell = statement(
  'orders.tell',
  `insert into orders.timeline (id, order_id, at, kind, message)
   select $1::uuid, id, $3::timestamptz, $4, $5 from orders.orders where id = $2::uuid on conflict (id) do nothing`,
);
const correct = statement(
  'orders.correct-delivery',
  `update orders.orders set email = $2, shipping_address = $3::jsonb, updated_at = $4::timestamptz
   where id = $1::uuid and status = any($5::text[]) and (email <> $2 or shipping_address <> $3::jsonb)`,
);
const payBy = statement(
  'orders.pay-by',
  `select pay_by as "payBy" from orders.orders where id = $1::uuid and status = any($2::text[]) and total = $3::int and currency = $4`,
);
const unpaid = statement(
  'orders.unpaid',
  `select id from orders.orders where status in ('pending_payment', 'payment_failed') and pay_by <= $1::timestamptz order by pay_by limit $2::int`,
);
const ofCheckouts = statement(
  'orders.of-checkouts',
  `select id as "orderId", checkout_id as "checkoutId", status from orders.orders where checkout_id = any($1::uuid[])`,
);

type Row = { doc: OrderDocument };
interface PaidRow {
  orderId: string;
  paymentId: string;
  cartId: string | null;
  total: number;
  currency: string;
}

export function createOrderRepository(db: Database) {
  const doc = async (row: Promise<Row | null>) => (await row)?.doc ?? null;
  return {
    /** False when the checkout already has its order. */
    async insert(order: OrderDocument, extra: { accessTokenHash: string; cartVersion: number }): Promise<boolean> {
      const itemCount = order.subOrders.flatMap((sub) => sub.lines).reduce((count, line) => count + line.quantity, 0);
      const event = orderPlaced.create(orderFacts(order), new Date(order.placedAt));
      const values = [JSON.stringify(order), itemCount, extra.accessTokenHash, extra.cartVersion];
      return (await db.sql.maybe(insert, [...values, ...outboxValues('orders', [event])])) !== null;
    },

    byId: (id: string) => doc(db.sql.maybe<Row>(byId, [id])),
    byCheckout: (checkoutId: string) => doc(db.sql.maybe<Row>(byCheckout, [checkoutId])),
    /** Of anybody when there is no e-mail. */
    byNumber: (number: string, email: string | null) => doc(db.sql.maybe<Row>(byNumber, [number, email])),

    /** Until when an order waits for exactly this amount; null when it does not. */
    async payBy({ orderId, amount, currency }: { orderId: string; amount: number; currency: string }) {
      const values = [orderId, sourcesOf(orderTransitions, 'pay'), amount, currency];
      return (await db.sql.maybe<{ payBy: Date }>(payBy, values))?.payBy ?? null;
    },

    /** `paid` when this call did it; the order as it was just before, null when there is none. */
    async pay(input: {
      orderId: string;
      paymentId: string;
      provider: string;
      amount: number;
      currency: string;
      now: Date;
    }): Promise<{ paid: boolean; order: OrderDocument | null }> {
      const { orderId, paymentId, provider, amount, currency, now } = input;
      const [orders, subOrders] = [sourcesOf(orderTransitions, 'pay'), sourcesOf(subOrderTransitions, 'release')];
      for (;;) {
        // The event says what the order says: it is written only if the order is as it was read.
        const read = await db.sql.maybe<Row & { version: string; waits: boolean }>(toPay, [
          orderId,
          orders,
          amount,
          currency,
        ]);
        if (!read?.waits) return { paid: false, order: read?.doc ?? null };
        const events = [orderPaid.create({ ...orderFacts(read.doc), paymentId }, now)];
        const row = await db.sql.maybe<{ id: string }>(pay, [
          ...[orderId, paymentId, provider, now, subOrders, newId(now.getTime())],
          ...[...outboxValues('orders', events), read.version],
        ]);
        if (row) return { paid: true, order: read.doc };
      }
    },

    /** Which of these orders a payment has paid for. */
    paidOf: (orderIds: readonly string[]) => db.sql.many<PaidRow>(paidOf, [orderIds]),

    /** The cancelled order; null when it was in no state that `event` leads out of. */
    cancel(input: {
      orderId: string;
      event: 'cancel' | 'stock_lost';
      reason: string;
      message: string;
      now: Date;
    }): Promise<OrderDocument | null> {
      const { orderId, event, reason, message, now } = input;
      const [orders, subOrders] = [sourcesOf(orderTransitions, event), sourcesOf(subOrderTransitions, 'cancel')];
      return withSqlTransaction(db, async (tx) => {
        const row = await tx.sql.maybe<Row>(cancel, [orderId, now, orders, subOrders, newId(now.getTime()), message]);
        if (!row) return null;
        const { number, email, locale, checkoutId } = row.doc;
        const facts = { orderId, number, email, locale, checkoutId: checkoutId ?? orderId, reason };
        await appendEvents(tx, 'orders', [orderCancelled.create(facts, now)]);
        return row.doc;
      });
    },

    failAttempt: (input: { orderId: string; entryId: string; message: string; now: Date }) =>
      db.sql.execute(failAttempt, [
        input.orderId,
        input.now,
        sourcesOf(orderTransitions, 'attempt_failed'),
        input.entryId,
        input.message,
      ]),

    /** Writes into the timeline, once per entry id. */
    tell: (input: { orderId: string; entryId: string; kind: string; message: string; now: Date }) =>
      db.sql.execute(tell, [input.entryId, input.orderId, input.now, input.kind, input.message]),

    /** A shopper who tries again may have corrected where it goes. */
    correctDelivery: (orderId: string, email: string, address: Address, now: Date) =>
      db.sql.execute(correct, [orderId, email, JSON.stringify(address), now, sourcesOf(orderTransitions, 'pay')]),

    async unpaid(before: Date, limit: number): Promise<string[]> {
      return (await db.sql.many<{ id: string }>(unpaid, [before, limit])).map((row) => row.id);
    },

    ofCheckouts: (checkoutIds: readonly string[]) =>
      db.sql.many<{ orderId: string; checkoutId: string; status: OrderStatus }>(ofCheckouts, [checkoutIds]),
  };
}
export type OrderRepository = ReturnType<typeof createOrderRepository>;

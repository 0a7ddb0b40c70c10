/** Runs one statement; the only thing that this file needs of a database. */
export type Query = <Row>(text: string) => Promise<Row[]>;

export interface Invariant {
  name: string;
  /** `always`: holds between any two transactions. `settled`: holds when nothing is under way and no time has run out. */
  when: 'always' | 'settled';
  /** Rows that break it; `what` names the thing. */
  sql: string;
}

const live = `('paid', 'partially_shipped', 'shipped', 'delivered')`;
const waiting = `('pending_payment', 'payment_failed')`;
/** Where what a shopper gives comes in and goes out, with what a provider keeps of it. */
const shoppersMoney = `split_part(account, ':', 1) in ('provider', 'fees', 'gift_cards', 'store_credit')`;

/** Facts about stock, orders and money that no sequence of events may break, each asked of the database in plain SQL. */
export const invariants: readonly Invariant[] = [
  {
    name: 'stock is never negative and nothing is reserved that is not there',
    when: 'always',
    sql: `select variant_id::text as what from cart.stock_levels where on_hand < 0 or reserved < 0 or reserved > on_hand`,
  },
  {
    name: 'what is on hand is the sum of its movements',
    when: 'always',
    sql: `select l.variant_id::text as what from cart.stock_levels l
      left join (select variant_id, location_id, sum(delta) as moved from cart.stock_movements group by 1, 2) m
        using (variant_id, location_id)
      where l.on_hand <> coalesce(m.moved, 0)`,
  },
  {
    name: 'no movement without a level',
    when: 'always',
    sql: `select distinct m.variant_id::text as what from cart.stock_movements m
      where not exists (select from cart.stock_levels l where (l.variant_id, l.location_id) = (m.variant_id, m.location_id))`,
  },
  {
    name: 'what is reserved is the sum of active reservations',
    when: 'always',
    sql: `select l.variant_id::text as what from cart.stock_levels l
      left join (select variant_id, location_id, sum(quantity) as held from cart.reservations where status = 'active' group by 1, 2) r
        using (variant_id, location_id)
      where l.reserved <> coalesce(r.held, 0)`,
  },
  {
    name: 'a reservation that became a sale has its movement, and a sale its reservation',
    when: 'always',
    sql: `select coalesce(r.checkout_id, s.checkout_id)::text as what
      from (select checkout_id, variant_id, sum(quantity) as units from cart.reservations where status = 'committed' group by 1, 2) r
      full join (
        select split_part(reference, ':', 2)::uuid as checkout_id, variant_id, -sum(delta) as units
        from cart.stock_movements where reason = 'sale' and reference like 'sale:%' group by 1, 2
      ) s using (checkout_id, variant_id)
      where r.units is distinct from s.units`,
  },
  {
    name: 'one order per checkout',
    when: 'always',
    sql: `select checkout_id::text as what from orders.orders where checkout_id is not null group by 1 having count(*) > 1`,
  },
  {
    name: 'a completed checkout has its order, and an open one none',
    when: 'always',
    sql: `select c.id::text as what from orders.checkouts c left join orders.orders o on o.checkout_id = c.id
      where (c.status = 'completed') <> (o.id is not null)`,
  },
  {
    name: 'an order is the sum of its parts, and each part of its lines',
    when: 'always',
    sql: `select o.number as what from orders.orders o
      join (select order_id, sum(items) as items, sum(shipping) as shipping, sum(tax) as tax, sum(total) as total
        from orders.sub_orders where exchange_of is null group by 1) s on s.order_id = o.id
      where (o.items, o.shipping, o.tax, o.total) <> (s.items, s.shipping, s.tax, s.total)
      union all
      select s.number from orders.sub_orders s
      join (select sub_order_id, sum(total) as items from orders.order_lines group by 1) l on l.sub_order_id = s.id
      where s.items <> l.items`,
  },
  {
    name: 'nothing is shipped that was not ordered, and every parcel counts',
    when: 'always',
    sql: `select l.id::text as what from orders.order_lines l
      left join (
        select (e->>'orderLineId')::uuid as id, sum((e->>'quantity')::int) as sent
        from orders.shipments, jsonb_array_elements(lines) e where status <> 'lost' group by 1
      ) h on h.id = l.id
      join orders.orders o on o.id = l.order_id and o.source is null
      where l.shipped_quantity > l.quantity or l.shipped_quantity <> coalesce(h.sent, 0)`,
  },
  {
    name: 'at most one payment of an order took money',
    when: 'always',
    sql: `select order_id::text as what from payments.payments
      where status in ('captured', 'partially_refunded', 'refunded') group by 1 having count(*) > 1`,
  },
  {
    name: 'what was captured is what was ordered',
    when: 'always',
    sql: `select o.number as what from orders.orders o
      join payments.payments p on p.order_id = o.id and p.status in ('captured', 'partially_refunded', 'refunded')
      where p.amount <> o.total or p.currency <> o.currency`,
  },
  {
    name: 'an order that is paid has its capture',
    when: 'always',
    sql: `select o.number as what from orders.orders o
      where o.status in ${live} and o.source is null and not exists (
        select from payments.payments p where p.id = o.payment_id and p.status in ('captured', 'partially_refunded', 'refunded'))`,
  },
  {
    name: 'refunds never exceed what was captured',
    when: 'always',
    sql: `select p.id::text as what from payments.payments p
      left join (select payment_id, sum(amount) as asked, sum(amount) filter (where status = 'succeeded') as done
        from payments.refunds group by 1) r on r.payment_id = p.id
      where coalesce(r.asked, 0) > p.amount or p.refunded <> coalesce(r.done, 0)`,
  },
  {
    name: 'what is promised back is the sum of the promises, for the order and for each part, and no more than was paid',
    when: 'always',
    sql: `select o.number as what from orders.orders o
      left join (select order_id, sum(amount) as amount from orders.refunds group by 1) r on r.order_id = o.id
      where o.refund_planned <> coalesce(r.amount, 0) or o.refund_planned > o.total
      union all
      select s.number from orders.sub_orders s
      left join (select sub_order_id, sum(amount) as amount from orders.refunds group by 1) r on r.sub_order_id = s.id
      where s.refund_planned <> coalesce(r.amount, 0) or s.refund_planned > s.total`,
  },
  {
    name: 'a refund that the order calls done is in the books, once and with its amount',
    when: 'always',
    sql: `select r.id::text as what from orders.refunds r
      left join payments.refunds p on p.idempotency_key = 'refund:' || r.id and p.status = 'succeeded'
      where r.status = 'succeeded' and p.amount is distinct from r.amount`,
  },
  {
    name: 'units of returns that were not refused are what the line says, and no more than arrived',
    when: 'always',
    sql: `select l.id::text as what from orders.order_lines l
      left join (select e.order_line_id, sum(e.quantity) as units, sum(e.accepted_quantity) filter (where e.restock) as restocked
        from orders.return_lines e join orders.returns r on r.id = e.return_id and r.status <> 'refused' group by 1) r
        on r.order_line_id = l.id
      join orders.orders o on o.id = l.order_id and o.source is null
      where l.returned_quantity <> coalesce(r.units, 0) or l.restocked_quantity <> coalesce(r.restocked, 0)
        or l.returned_quantity > l.shipped_quantity`,
  },
  {
    name: 'an exchange is sent once for a return, and worth no more than what came back',
    when: 'always',
    sql: `select s.number as what from orders.sub_orders s
      join (select r.id, sum(l.total) as worth from orders.returns r join orders.return_lines e on e.return_id = r.id
        join orders.order_lines l on l.id = e.order_line_id group by 1) r on r.id = s.exchange_of
      where s.total > r.worth or (select count(*) from orders.sub_orders x where x.exchange_of = s.exchange_of) > 1`,
  },
  {
    name: 'every transaction of the ledger balances and has entries',
    when: 'always',
    sql: `select t.reference as what from payments.ledger_transactions t
      left join payments.ledger_entries e on e.transaction_id = t.id
      group by t.id, t.reference having sum(e.amount) is distinct from 0`,
  },
  {
    name: 'every capture is booked once, with its whole amount',
    when: 'always',
    sql: `select p.id::text as what from payments.payments p
      left join payments.ledger_transactions t on t.reference = 'capture:' || p.id
      left join lateral (select sum(amount) as amount from payments.ledger_entries
        where transaction_id = t.id and ${shoppersMoney}) e on true
      where (p.status in ('captured', 'partially_refunded', 'refunded')) <> (t.id is not null)
        or (t.id is not null and e.amount <> p.amount)`,
  },
  {
    name: 'every refund is booked once, with its whole amount',
    when: 'always',
    sql: `select r.id::text as what from payments.refunds r
      left join payments.ledger_transactions t on t.reference = 'refund:' || r.id
      left join lateral (select -sum(amount) as amount from payments.ledger_entries
        where transaction_id = t.id and ${shoppersMoney}) e on true
      where (r.status = 'succeeded') <> (t.id is not null) or (t.id is not null and e.amount <> r.amount)`,
  },
  {
    name: 'a payment that was refunded in full leaves no account with anything of it',
    when: 'always',
    sql: `select p.id::text as what from payments.payments p
      join payments.ledger_transactions t on t.payment_id = p.id and t.kind in ('capture', 'refund')
      join payments.ledger_entries e on e.transaction_id = t.id
      where p.status = 'refunded' group by p.id, e.account, e.seller_id having sum(e.amount) <> 0`,
  },
  {
    name: 'what is kept as a seller’s balance is the sum of their entries',
    when: 'always',
    sql: `select b.seller_id::text as what from payments.seller_balances b
      left join (select e.seller_id, t.currency, -sum(e.amount) filter (where e.account like 'seller\\_hold:%') as held,
          -sum(e.amount) filter (where e.account like 'seller:%') as available
        from payments.ledger_entries e join payments.ledger_transactions t on t.id = e.transaction_id
        where e.account like 'seller%' group by 1, 2) s using (seller_id, currency)
      where b.held <> coalesce(s.held, 0) or b.available <> coalesce(s.available, 0)`,
  },
  {
    name: 'a promotion is used no oftener than its limits say',
    when: 'always',
    sql: `select p.id::text as what from cart.promotions p
      join (select promotion_id, count(*) as uses from cart.promotion_uses
        where status in ('held', 'taken') and not over_limit group by 1) u on u.promotion_id = p.id
      where p.used > p.limit_total or u.uses > p.limit_total
      union all
      select c.promotion_id::text from cart.promotion_customers c join cart.promotions p on p.id = c.promotion_id
      where c.used > p.limit_customer`,
  },
  {
    name: 'no use of a promotion is held when its order is decided',
    when: 'settled',
    sql: `select u.promotion_id::text as what from cart.promotion_uses u join orders.orders o on o.checkout_id = u.checkout_id
      where u.status = 'held' and o.status not in ${waiting}`,
  },
  {
    name: 'the provider took what our books say, and gave back what they say',
    when: 'settled',
    sql: `select p.id::text as what from payments.payments p join test_payments.intents i on i.ref = p.provider_ref
      left join (select payment_id, sum(covered) as covered from payments.refunds where status = 'succeeded' group by 1) r
        on r.payment_id = p.id
      where p.provider = 'test' and ((i.status = 'succeeded') <> (p.status in ('captured', 'partially_refunded', 'refunded'))
        or i.refunded <> p.refunded - coalesce(r.covered, 0) or i.amount <> p.amount - p.covered)`,
  },
  {
    name: 'no gift card or credit gives what it has not, and both are the sum of their movements and promises',
    when: 'always',
    sql: `select i.id::text as what from payments.instruments i
      left join (select instrument_id, sum(amount) as moved from payments.instrument_movements group by 1) m on m.instrument_id = i.id
      left join (select instrument_id, sum(amount) as held from payments.instrument_holds where status = 'held' group by 1) h
        on h.instrument_id = i.id
      where i.held < 0 or i.balance < i.held or i.balance <> coalesce(m.moved, 0) or i.held <> coalesce(h.held, 0)`,
  },
  {
    name: 'what instruments give to a payment is spent with its capture and free with its end',
    when: 'always',
    sql: `select p.id::text as what from payments.payments p join payments.instrument_holds h on h.payment_id = p.id
      where h.status <> case when p.status in ('captured', 'partially_refunded', 'refunded') and p.covered > 0 then 'taken'
        when p.status in ('captured', 'partially_refunded', 'refunded', 'cancelled') then 'released' else 'held' end
      union all
      select p.id::text from payments.payments p
      left join (select payment_id, sum(amount) as amount, sum(refunded) as back from payments.instrument_holds group by 1) h
        on h.payment_id = p.id
      where p.covered > 0 and (p.covered is distinct from h.amount or p.covered > p.amount or h.back > h.amount)`,
  },
  {
    name: 'what went back to instruments is what refunds say',
    when: 'settled',
    sql: `select h.payment_id::text as what from payments.instrument_holds h
      left join (select r.payment_id, (e->>'instrumentId')::uuid as instrument_id, sum((e->>'amount')::int) as back
        from payments.refunds r, jsonb_array_elements(r.parts) e where (e->>'back')::boolean and r.status <> 'lost' group by 1, 2) r
        using (payment_id, instrument_id)
      where h.refunded <> coalesce(r.back, 0)`,
  },
  {
    name: 'no reservation outlives its time',
    when: 'settled',
    sql: `select checkout_id::text as what from cart.reservations where status = 'active' and expires_at < now() - interval '2 minutes'`,
  },
  {
    name: 'no reservation outlives its order, and none is taken of an order that was not sold',
    when: 'settled',
    sql: `select o.number as what from orders.orders o join cart.reservations r on r.checkout_id = o.checkout_id
      where (o.status = 'cancelled' and r.status = 'active')
        or (o.status in ${live} and r.status <> 'committed')
        or (o.status in ${waiting} and r.status = 'committed')`,
  },
  {
    name: 'a sold order took exactly its lines from the stock',
    when: 'settled',
    sql: `select o.number as what from orders.orders o
      join (select l.order_id, coalesce((e->>'variantId')::uuid, l.variant_id) as variant_id,
          sum(l.quantity * coalesce((e->>'quantity')::int, 1)) as units from orders.order_lines l
        join orders.sub_orders s on s.id = l.sub_order_id and s.exchange_of is null
        left join jsonb_array_elements(l.parts) e on true group by 1, 2) l on l.order_id = o.id
      left join (select split_part(reference, ':', 2)::uuid as checkout_id, variant_id, -sum(delta) as units
        from cart.stock_movements where reason = 'sale' and reference like 'sale:%' group by 1, 2) m
        on m.checkout_id = o.checkout_id and m.variant_id = l.variant_id
      where o.status in ${live} and o.source is null and l.units is distinct from m.units`,
  },
  {
    name: 'what was cancelled or taken back into the stock is there, once',
    when: 'settled',
    sql: `select l.id::text as what from orders.order_lines l
      join orders.orders o on o.id = l.order_id and o.source is null
      cross join lateral (select coalesce(sum((e->>'quantity')::int), 1) as units from jsonb_array_elements(l.parts) e) one
      left join (select (e->>'orderLineId')::uuid as id, sum((e->>'quantity')::int) as units
        from orders.cancellations, jsonb_array_elements(lines) e where reason <> 'lost' group by 1) w on w.id = l.id
      left join (select split_part(reference, ':', 3)::uuid as id, sum(delta) as units from cart.stock_movements
        where reference like 'cancel:%' group by 1) c on c.id = l.id
      left join (select e.order_line_id as id, sum(m.delta) as units from orders.return_lines e
        join cart.stock_movements m on m.reference like 'restock:%' and split_part(m.reference, ':', 2) = e.id::text
        group by 1) b on b.id = l.id
      where coalesce(c.units, 0) <> coalesce(w.units, 0) * one.units
        or coalesce(b.units, 0) <> l.restocked_quantity * one.units`,
  },
  {
    name: 'nothing that was promised back is still on its way, and no return waits for money that is there',
    when: 'settled',
    sql: `select id::text as what from orders.refunds where status in ('planned', 'sent')
      union all select number from orders.returns where status = 'inspected'`,
  },
  {
    name: 'what was sent instead of something that came back left the stock',
    when: 'settled',
    sql: `select s.number as what from orders.sub_orders s join orders.order_lines l on l.sub_order_id = s.id
      left join (select split_part(reference, ':', 2)::uuid as taken_for, variant_id, -sum(delta) as units
        from cart.stock_movements where reason = 'sale' and reference like 'sale:%' group by 1, 2) m
        on m.taken_for = s.exchange_of and m.variant_id = l.variant_id
      where s.exchange_of is not null and s.status <> 'cancelled' and m.units is distinct from l.quantity`,
  },
  {
    name: 'a cancelled order keeps no money',
    when: 'settled',
    sql: `select o.number as what from orders.orders o join payments.payments p on p.order_id = o.id
      where o.status = 'cancelled' and p.status not in ('cancelled', 'failed', 'refunded')`,
  },
  {
    name: 'no refund and no webhook is left half done',
    when: 'settled',
    sql: `select id::text as what from payments.refunds where status = 'pending'
      union all select event_id from payments.webhook_events where processed_at is null`,
  },
  {
    name: 'no order waits past its deadline',
    when: 'settled',
    sql: `select number as what from orders.orders where status in ${waiting} and pay_by < now() - interval '2 minutes'`,
  },
];

export interface Violation {
  invariant: string;
  what: string[];
}

/**
 * Every invariant that does not hold, with at most five things that break it. Empty when all is well. `now`: for a test that
 * moved the time; otherwise the database's own.
 */
export async function violations(query: Query, when: Invariant['when'], now?: Date): Promise<Violation[]> {
  const broken: Violation[] = [];
  for (const invariant of invariants) {
    if (when === 'always' && invariant.when === 'settled') continue;
    const sql = now ? invariant.sql.replaceAll('now()', `timestamptz '${now.toISOString()}'`) : invariant.sql;
    const rows = await query<{ what: string }>(`select what from (${sql}) broken limit 5`);
    if (rows.length > 0) broken.push({ invariant: invariant.name, what: rows.map(({ what }) => what) });
  }
  return broken;
}

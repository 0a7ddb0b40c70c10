import { type Database, statement, withSqlTransaction } from '@mallhive/db';

/** Theirs: of the account, and what a guest bought with the same address. */
const theirs = '(o.user_id = $1 or (o.user_id is null and lower(o.email) = $2))';

const ofPerson = statement(
  'orders.of-person',
  `select o.number, o.status, o.email, o.currency, o.items, o.shipping, o.tax, o.total, o.placed_at as "placedAt",
     o.shipping_address as "shippingAddress",
     (select json_agg(json_build_object('title', l.title, 'variant', l.variant_title, 'sku', l.sku, 'quantity', l.quantity,
       'unitPrice', l.unit_price, 'total', l.total) order by l.position) from orders.order_lines l where l.order_id = o.id) as lines,
     (select json_agg(json_build_object('carrier', s.carrier, 'trackingNumber', s.tracking_number, 'shippedAt', s.shipped_at,
       'deliveredAt', s.delivered_at) order by s.shipped_at) from orders.shipments s where s.order_id = o.id) as shipments,
     (select json_agg(json_build_object('number', r.number, 'status', r.status, 'wish', r.wish, 'note', r.note, 'carrier', r.carrier,
       'trackingNumber', r.tracking_number, 'requestedAt', r.requested_at) order by r.requested_at)
       from orders.returns r where r.order_id = o.id) as returns,
     (select json_agg(json_build_object('cause', f.cause, 'amount', f.amount, 'status', f.status, 'plannedAt', f.planned_at)
       order by f.planned_at) from orders.refunds f where f.order_id = o.id) as refunds,
     (select json_agg(json_build_object('number', i.number, 'kind', i.kind, 'issuedAt', i.issued_at, 'total', i.total, 'buyer', i.buyer)
       order by i.issued_at) from orders.invoices i where i.order_id = o.id) as documents
   from orders.orders o where ${theirs} order by o.placed_at`,
);
const open = statement(
  'orders.open-of-person',
  `select count(*) as n from orders.orders o where ${theirs}
     and o.status in ('pending_payment', 'payment_failed', 'paid', 'partially_shipped')`,
);
const ids = statement('orders.ids-of-person', `select o.id from orders.orders o where ${theirs}`);
/** Amounts, lines and the country that the tax depends on stay: the books are kept. */
const forget = statement(
  'orders.forget-person',
  `update orders.orders o set user_id = null, email = 'erased-' || o.id || '@invalid', access_token_hash = null,
     shipping_address = jsonb_build_object('name', '', 'line1', '', 'line2', '', 'city', '', 'region', '', 'postcode', '',
       'country', o.country, 'phone', ''), updated_at = $3
   where ${theirs}`,
);
const forgetCheckouts = statement(
  'orders.forget-checkouts',
  'update orders.checkouts set user_id = null, token_hash = null where user_id = $1',
);
const forgetParcels = statement(
  'orders.forget-parcels',
  `update orders.shipments s set tracking_number = '', tracking_url = null from orders.orders o
   where o.id = s.order_id and ${theirs}`,
);

/** What they wrote about a return, and with whom it came; that it came stays in the books. */
const forgetReturns = statement(
  'orders.forget-returns',
  `update orders.returns r set note = '', tracking_number = null from orders.orders o
   where o.id = r.order_id and ${theirs}`,
);

/** Numbers and amounts of invoices stay in the books, without who bought. */
const forgetBuyers = statement(
  'orders.forget-buyers',
  `update orders.invoices i set buyer = null from orders.orders o where o.id = i.order_id and i.buyer is not null and ${theirs}`,
);

export interface PersonalOrder {
  number: string;
  status: string;
  email: string;
  currency: string;
  items: number;
  shipping: number;
  tax: number;
  total: number;
  placedAt: Date;
  shippingAddress: unknown;
  lines: unknown[] | null;
  shipments: unknown[] | null;
  returns: unknown[] | null;
  refunds: unknown[] | null;
  documents: unknown[] | null;
}

export type PersonalDataRepository = ReturnType<typeof createPersonalDataRepository>;

export function createPersonalDataRepository(db: Database) {
  return {
    ofPerson: (userId: string, email: string) => db.sql.many<PersonalOrder>(ofPerson, [userId, email]),
    ids: async (userId: string, email: string): Promise<string[]> =>
      (await db.sql.many<{ id: string }>(ids, [userId, email])).map(({ id }) => id),
    open: async (userId: string, email: string): Promise<number> =>
      (await db.sql.one<{ n: number }>(open, [userId, email])).n,
    forget: (userId: string, email: string, now: Date): Promise<number> =>
      withSqlTransaction(db, async (tx) => {
        await tx.sql.execute(forgetParcels, [userId, email]);
        await tx.sql.execute(forgetBuyers, [userId, email]);
        await tx.sql.execute(forgetReturns, [userId, email]);
        await tx.sql.execute(forgetCheckouts, [userId]);
        return tx.sql.execute(forget, [userId, email, now]);
      }),
  };
}

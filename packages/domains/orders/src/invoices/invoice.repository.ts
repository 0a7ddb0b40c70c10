import { type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { Locale } from '@mallhive/kernel';
import type { OrderDocument } from '../order.ts';
import type { Buyer, InvoiceFacts } from './facts.ts';

/** The order's row first, as everything that changes a paid order does: an order is invoiced once, by whoever comes first. */
const lock = statement(
  'orders.lock-for-invoice',
  'select id from orders.orders where id = any($1::uuid[]) order by id for update',
);
/** With the papers that each order has, oldest first. */
const read = statement(
  'orders.orders-for-invoice',
  `select orders.order_json(o) as doc, coalesce((
     select jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'number', i.number, 'cause', i.cause, 'subOrderId', i.sub_order_id,
       'invoiceId', i.invoice_id, 'facts', i.facts, 'total', i.total) order by i.issued_at, i.id)
     from orders.invoices i where i.order_id = o.id), '[]'::jsonb) as issued
   from orders.orders o where o.id = any($1::uuid[]) order by o.id`,
);
const orderOfRefund = statement(
  'orders.order-of-refund',
  'select order_id as "orderId" from orders.refunds where id = $1::uuid',
);
/** An exchange was paid with what came back: its refunds are credited on the part that was invoiced. */
const refund = statement(
  'orders.refund-for-credit',
  `select r.amount, r.shipping, coalesce(root.id, r.sub_order_id) as "subOrderId",
     coalesce(case r.cause
       when 'cancellation' then (select c.lines from orders.cancellations c where 'cancellation:' || c.id = r.key)
       when 'return' then (select jsonb_agg(jsonb_build_object('orderLineId', l.order_line_id, 'quantity', l.accepted_quantity) order by l.id)
         from orders.return_lines l join orders.returns t on t.id = l.return_id
         where 'return:' || t.id = r.key and l.accepted_quantity > 0)
     end, '[]'::jsonb) as units
   from orders.refunds r
   join orders.sub_orders s on s.id = r.sub_order_id
   left join orders.sub_orders root on root.order_id = s.order_id and root.seller_id = s.seller_id and root.exchange_of is null
   where r.id = $1::uuid`,
);
/** Numbers are taken in the transaction that writes the documents: what is undone leaves no gap. */
const insert = statement(
  'orders.insert-invoices',
  `with docs as (
     select d.*, row_number() over same as nth, count(*) over (partition by d."sellerId", d.kind, d.year) as many
     from jsonb_to_recordset($1::jsonb) as d(id uuid, kind text, "sellerId" uuid, year int, "orderId" uuid,
       "subOrderId" uuid, cause text, "invoiceId" uuid, currency text, locale text, total int, facts jsonb, buyer jsonb)
     window same as (partition by d."sellerId", d.kind, d.year order by d.id)
   ), counted as (
     insert into orders.invoice_counters as c (seller_id, kind, year, last)
     select "sellerId", kind, year, many from docs where nth = 1 order by "sellerId", kind
     on conflict (seller_id, kind, year) do update set last = c.last + excluded.last
     returning seller_id, kind, year, last
   ), numbered as (
     select docs.*, (counted.last - many + nth)::int as sequence
     from docs join counted on counted.seller_id = "sellerId" and counted.kind = docs.kind and counted.year = docs.year
   )
   insert into orders.invoices (id, kind, number, seller_id, year, sequence, order_id, sub_order_id, cause, invoice_id, currency,
     locale, total, facts, buyer, issued_at)
   select d.id, d.kind, case d.kind when 'invoice' then 'INV-' else 'CN-' end || d.year || '-' || lpad(d.sequence::text, 6, '0'),
     d."sellerId", d.year, d.sequence, d."orderId", d."subOrderId", d.cause, d."invoiceId", d.currency, d.locale, d.total, d.facts,
     d.buyer, $2::timestamptz
   from numbered d`,
);
const byId = statement(
  'orders.document',
  `select i.id, i.kind, i.number, i.seller_id as "sellerId", i.facts, i.buyer, i.locale, i.issued_at as "issuedAt",
     b.number as "invoiceNumber", b.issued_at as "invoicedAt", o.user_id as "userId", o.access_token_hash as "accessTokenHash"
   from orders.invoices i
   join orders.orders o on o.id = i.order_id
   left join orders.invoices b on b.id = i.invoice_id
   where i.id = $1::uuid`,
);

export interface NewDocument {
  id: string;
  kind: 'invoice' | 'credit_note';
  sellerId: string;
  year: number;
  orderId: string;
  subOrderId: string;
  cause: string;
  invoiceId: string | null;
  currency: string;
  locale: Locale;
  total: number;
  facts: InvoiceFacts;
  buyer: Buyer;
}
export interface IssuedRow {
  id: string;
  kind: 'invoice' | 'credit_note';
  number: string;
  cause: string;
  subOrderId: string;
  invoiceId: string | null;
  facts: InvoiceFacts;
  total: number;
}
export interface StoredDocument {
  id: string;
  kind: 'invoice' | 'credit_note';
  number: string;
  sellerId: string;
  facts: InvoiceFacts;
  buyer: Buyer | null;
  locale: Locale;
  issuedAt: Date;
  invoiceNumber: string | null;
  invoicedAt: Date | null;
  userId: string | null;
  accessTokenHash: string | null;
}
export interface RefundToCredit {
  amount: number;
  shipping: number;
  subOrderId: string;
  units: { orderLineId: string; quantity: number }[];
}

/** One locked order and the papers that it has. */
export interface InvoiceBook {
  order: OrderDocument;
  issued: IssuedRow[];
}

/** What the transaction that holds the orders may do. */
export interface InvoiceWriter {
  refund(refundId: string): Promise<RefundToCredit | null>;
  /** Numbered without a gap, in one write, however many. */
  add(documents: readonly NewDocument[], at: Date): Promise<void>;
  /** The books as they are after `add`. */
  reread(): Promise<InvoiceBook[]>;
}

export function createInvoiceRepository(db: Database) {
  return {
    /** Some orders, each once and by one at a time; those that do not exist are left out. */
    withOrders<Value>(
      orderIds: readonly string[],
      work: (books: readonly InvoiceBook[], writer: InvoiceWriter) => Promise<Value>,
    ): Promise<Value> {
      return withSqlTransaction(db, async (tx) => {
        await tx.sql.many(lock, [orderIds]);
        const readAll = async (): Promise<InvoiceBook[]> => {
          const rows = await tx.sql.many<{ doc: OrderDocument; issued: IssuedRow[] }>(read, [orderIds]);
          return rows.map(({ doc, issued }) => ({ order: doc, issued }));
        };
        const writer: InvoiceWriter = {
          refund: (refundId) => tx.sql.maybe<RefundToCredit>(refund, [refundId]),
          async add(documents, at) {
            if (documents.length > 0) await tx.sql.execute(insert, [JSON.stringify(documents), at]);
          },
          reread: readAll,
        };
        return work(await readAll(), writer);
      });
    },
    orderOfRefund: async (refundId: string) =>
      (await db.sql.maybe<{ orderId: string }>(orderOfRefund, [refundId]))?.orderId ?? null,
    byId: (documentId: string) => db.sql.maybe<StoredDocument>(byId, [documentId]),
  };
}
export type InvoiceRepository = ReturnType<typeof createInvoiceRepository>;

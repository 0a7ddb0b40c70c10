import { type Database, type SqlTransaction, statement, withSqlTransaction } from '@mallhive/db';
import type { Locale } from '@mallhive/kernel';
import type { OrderDocument } from '../order.ts';
import type { Buyer, InvoiceFacts } from './facts.ts';

/** The order's row first, as everything that changes a paid order does: an order is invoiced once, by whoever comes first. */
const lock = statement('orders.lock-for-invoice', 'select id from orders.orders where id = $1::uuid for update');
const read = statement(
  'orders.order-for-invoice',
  'select orders.order_json(o) as doc from orders.orders o where o.id = $1::uuid',
);
const ofOrder = statement(
  'orders.invoices-of-order',
  `select id, kind, number, cause, sub_order_id as "subOrderId", invoice_id as "invoiceId", facts, total
   from orders.invoices where order_id = $1::uuid order by issued_at, id`,
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
/** Numbers are taken in the transaction that writes the documents: what is undone leaves no gap. One a seller and kind. */
const insert = statement(
  'orders.insert-invoices',
  `with docs as (
     select * from jsonb_to_recordset($1::jsonb) as d(id uuid, kind text, "sellerId" uuid, year int, "orderId" uuid,
       "subOrderId" uuid, cause text, "invoiceId" uuid, currency text, locale text, total int, facts jsonb, buyer jsonb)
   ), counted as (
     insert into orders.invoice_counters as c (seller_id, kind, year, last)
     select "sellerId", kind, year, 1 from docs order by "sellerId"
     on conflict (seller_id, kind, year) do update set last = c.last + 1
     returning seller_id, kind, year, last
   )
   insert into orders.invoices (id, kind, number, seller_id, year, sequence, order_id, sub_order_id, cause, invoice_id, currency,
     locale, total, facts, buyer, issued_at)
   select d.id, d.kind, case d.kind when 'invoice' then 'INV-' else 'CN-' end || d.year || '-' || lpad(n.last::text, 6, '0'),
     d."sellerId", d.year, n.last, d."orderId", d."subOrderId", d.cause, d."invoiceId", d.currency, d.locale, d.total, d.facts,
     d.buyer, $2::timestamptz
   from docs d join counted n on n.seller_id = d."sellerId" and n.kind = d.kind and n.year = d.year`,
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

/** What a transaction that writes documents of one order sees and may do. */
export interface InvoiceBook {
  order: OrderDocument;
  issued: IssuedRow[];
  refund(refundId: string): Promise<RefundToCredit | null>;
  /** At most one of each kind and seller at once; adds them to `issued`. */
  add(documents: readonly NewDocument[], at: Date): Promise<void>;
}

function book(tx: SqlTransaction, order: OrderDocument, issued: IssuedRow[]): InvoiceBook {
  return {
    order,
    issued,
    refund: (refundId) => tx.sql.maybe<RefundToCredit>(refund, [refundId]),
    async add(documents, at) {
      if (documents.length === 0) return;
      await tx.sql.execute(insert, [JSON.stringify(documents), at]);
      issued.splice(0, issued.length, ...(await tx.sql.many<IssuedRow>(ofOrder, [order.id])));
    },
  };
}

export function createInvoiceRepository(db: Database) {
  return {
    /** Null for an order that does not exist. */
    withOrder<Value>(orderId: string, work: (book: InvoiceBook) => Promise<Value>): Promise<Value | null> {
      return withSqlTransaction(db, async (tx) => {
        if (!(await tx.sql.maybe(lock, [orderId]))) return null;
        const { doc } = await tx.sql.one<{ doc: OrderDocument }>(read, [orderId]);
        return work(book(tx, doc, await tx.sql.many<IssuedRow>(ofOrder, [orderId])));
      });
    },
    orderOfRefund: async (refundId: string) =>
      (await db.sql.maybe<{ orderId: string }>(orderOfRefund, [refundId]))?.orderId ?? null,
    byId: (documentId: string) => db.sql.maybe<StoredDocument>(byId, [documentId]),
  };
}
export type InvoiceRepository = ReturnType<typeof createInvoiceRepository>;

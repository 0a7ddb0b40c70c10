import { newId } from '@mallhive/kernel';
import type { Deps } from '../deps.ts';
import type { OrderDocument } from '../order.ts';
import { creditLines } from './credit-lines.ts';
import { type InvoiceFacts, type InvoiceParty, invoiceFacts, totalOf } from './facts.ts';
import type { InvoiceBook, InvoiceRepository, NewDocument } from './invoice.repository.ts';

type InvoiceDeps = Pick<Deps, 'clock' | 'payments'> & { invoices: InvoiceRepository };

const partyOf = (parties: readonly InvoiceParty[], seller: { id: string; name: string }): InvoiceFacts['seller'] => {
  const known = parties.find(({ sellerId }) => sellerId === seller.id);
  const { name, postalAddress, country, taxNumber } = known ?? {
    ...{ name: seller.name, postalAddress: '', country: '', taxNumber: '' },
  };
  return { name, postalAddress, country, taxNumber };
};

/** Paid for; an order that lost its stock before it was invoiced never is, its money went back without papers. */
const isSold = (order: OrderDocument) =>
  order.checkoutId !== null &&
  order.paymentId !== null &&
  (order.status !== 'cancelled' || order.subOrders.some((part) => part.refunds.length > 0));

type Paper = Pick<NewDocument, 'kind' | 'cause' | 'invoiceId' | 'subOrderId' | 'facts'> & { sellerId: string };

const documentOf = (order: OrderDocument, paper: Paper, now: Date): NewDocument => ({
  ...paper,
  id: newId(now.getTime()),
  year: now.getUTCFullYear(),
  orderId: order.id,
  currency: order.currency,
  locale: order.locale,
  total: totalOf(paper.facts),
  buyer: order.shippingAddress,
});

type PaidWith = ReadonlyMap<string, InvoiceFacts['paidWith']>;

/** Asked before the transaction begins: it needs a connection of its own. */
async function paidWithOf({ payments }: InvoiceDeps, orderIds: readonly string[]): Promise<PaidWith> {
  const known = await payments.forOrders(orderIds);
  return new Map(
    [...Map.groupBy(known, ({ orderId }) => orderId)].map(([orderId, of]) => [
      orderId,
      of.map(({ provider, card }) => ({ provider, card })),
    ]),
  );
}

/** The invoices that a paid order lacks. */
function missingInvoices(
  { order, issued }: InvoiceBook,
  parties: readonly InvoiceParty[],
  paidWith: PaidWith,
  now: Date,
): NewDocument[] {
  if (!isSold(order)) return [];
  const known = new Set(issued.filter(({ kind }) => kind === 'invoice').map(({ subOrderId }) => subOrderId));
  // An exchange was paid with what came back: it has no invoice of its own.
  const missing = order.subOrders.filter(({ id, exchangeOf }) => exchangeOf === null && !known.has(id));
  return missing.map((part): NewDocument => {
    const seller = partyOf(parties, part.seller);
    const facts = invoiceFacts(order, part, { seller, paidWith: paidWith.get(order.id) ?? [] });
    const paper = { kind: 'invoice' as const, cause: `paid:${part.id}`, invoiceId: null };
    return documentOf(order, { ...paper, subOrderId: part.id, sellerId: part.seller.id, facts }, now);
  });
}

/** An invoice for each seller's part of some paid orders, once. Answers how many documents the orders have. */
export async function issueInvoices(
  deps: InvoiceDeps,
  orderIds: readonly string[],
  parties: readonly InvoiceParty[],
): Promise<number> {
  const paidWith = await paidWithOf(deps, orderIds);
  return deps.invoices.withOrders(orderIds, async (books, writer) => {
    const now = deps.clock.now();
    const missing = books.flatMap((book) => missingInvoices(book, parties, paidWith, now));
    await writer.add(missing, now);
    return books.reduce((count, { issued }) => count + issued.length, missing.length);
  });
}

/** How many units of each line earlier credit notes took back. */
function creditedBefore({ issued }: InvoiceBook): Map<string, number> {
  const before = new Map<string, number>();
  for (const { orderLineId, quantity } of issued
    .filter(({ kind }) => kind === 'credit_note')
    .flatMap(({ facts }) => facts.lines)) {
    if (orderLineId) before.set(orderLineId, (before.get(orderLineId) ?? 0) + quantity);
  }
  return before;
}

/** A credit note for money that goes back, on the invoice of its part; that is written first if it is not there yet. Once. */
export async function creditRefund(
  deps: InvoiceDeps,
  refundId: string,
  parties: readonly InvoiceParty[],
): Promise<{ credited: boolean }> {
  const orderId = await deps.invoices.orderOfRefund(refundId);
  if (!orderId) return { credited: false };
  const paidWith = await paidWithOf(deps, [orderId]);
  const credited = await deps.invoices.withOrders([orderId], async ([locked], writer) => {
    const cause = `refund:${refundId}`;
    if (!locked) return false;
    if (locked.issued.some((one) => one.cause === cause)) return true;
    const now = deps.clock.now();
    const missing = missingInvoices(locked, parties, paidWith, now);
    await writer.add(missing, now);
    const [book = locked] = missing.length > 0 ? await writer.reread() : [];
    const refund = await writer.refund(refundId);
    const invoice = book.issued.find((one) => one.kind === 'invoice' && one.subOrderId === refund?.subOrderId);
    const part = book.order.subOrders.find(({ id }) => id === invoice?.subOrderId);
    if (!refund || !invoice || !part) return false;
    const all = book.order.subOrders.flatMap(({ lines }) => lines);
    const facts = { ...invoice.facts, lines: creditLines(invoice.facts, all, creditedBefore(book), refund) };
    const paper = { kind: 'credit_note' as const, cause, invoiceId: invoice.id, subOrderId: part.id };
    await writer.add([documentOf(book.order, { ...paper, sellerId: part.seller.id, facts }, now)], now);
    return true;
  });
  return { credited };
}

/** The stock was sold meanwhile and all money goes back: what was invoiced is credited in full. Once. */
export async function creditLostOrder(deps: InvoiceDeps, orderId: string): Promise<void> {
  await deps.invoices.withOrders([orderId], async ([book], writer) => {
    if (!book) return;
    const now = deps.clock.now();
    const open = book.issued.filter(
      (one) => one.kind === 'invoice' && !book.issued.some((credit) => credit.invoiceId === one.id),
    );
    const papers = open.flatMap((invoice): NewDocument[] => {
      const part = book.order.subOrders.find(({ id }) => id === invoice.subOrderId);
      if (!part) return [];
      const paper = { kind: 'credit_note' as const, cause: `lost:${part.id}`, invoiceId: invoice.id };
      const whole = { ...paper, subOrderId: part.id, sellerId: part.seller.id, facts: invoice.facts };
      return [documentOf(book.order, whole, now)];
    });
    await writer.add(papers, now);
  });
}

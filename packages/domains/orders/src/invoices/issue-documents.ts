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

/** Asked before the transaction begins: it needs a connection of its own. */
const paidWithOf = async ({ payments }: InvoiceDeps, orderId: string): Promise<InvoiceFacts['paidWith']> =>
  (await payments.forOrders([orderId])).map(({ provider, card }) => ({ provider, card }));

async function ensureInvoices(
  { clock }: InvoiceDeps,
  book: InvoiceBook,
  parties: readonly InvoiceParty[],
  paidWith: InvoiceFacts['paidWith'],
): Promise<void> {
  const { order, issued } = book;
  if (!isSold(order)) return;
  const known = new Set(issued.filter(({ kind }) => kind === 'invoice').map(({ subOrderId }) => subOrderId));
  // An exchange was paid with what came back: it has no invoice of its own.
  const missing = order.subOrders.filter(({ id, exchangeOf }) => exchangeOf === null && !known.has(id));
  if (missing.length === 0) return;
  const now = clock.now();
  const papers = missing.map((part): NewDocument => {
    const facts = invoiceFacts(order, part, { seller: partyOf(parties, part.seller), paidWith });
    const paper = { kind: 'invoice' as const, cause: `paid:${part.id}`, invoiceId: null };
    return documentOf(order, { ...paper, subOrderId: part.id, sellerId: part.seller.id, facts }, now);
  });
  await book.add(papers, now);
}

/** An invoice for each seller's part of a paid order, once. Answers how many documents the order has. */
export async function issueInvoices(
  deps: InvoiceDeps,
  orderId: string,
  parties: readonly InvoiceParty[],
): Promise<number> {
  const paidWith = await paidWithOf(deps, orderId);
  const count = await deps.invoices.withOrder(orderId, async (book) => {
    await ensureInvoices(deps, book, parties, paidWith);
    return book.issued.length;
  });
  return count ?? 0;
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
  const paidWith = await paidWithOf(deps, orderId);
  const credited = await deps.invoices.withOrder(orderId, async (book) => {
    const cause = `refund:${refundId}`;
    if (book.issued.some((one) => one.cause === cause)) return true;
    await ensureInvoices(deps, book, parties, paidWith);
    const refund = await book.refund(refundId);
    const invoice = book.issued.find((one) => one.kind === 'invoice' && one.subOrderId === refund?.subOrderId);
    const part = book.order.subOrders.find(({ id }) => id === invoice?.subOrderId);
    if (!refund || !invoice || !part) return false;
    const all = book.order.subOrders.flatMap(({ lines }) => lines);
    const facts = { ...invoice.facts, lines: creditLines(invoice.facts, all, creditedBefore(book), refund) };
    const paper = { kind: 'credit_note' as const, cause, invoiceId: invoice.id, subOrderId: part.id };
    const now = deps.clock.now();
    await book.add([documentOf(book.order, { ...paper, sellerId: part.seller.id, facts }, now)], now);
    return true;
  });
  return { credited: credited ?? false };
}

/** The stock was sold meanwhile and all money goes back: what was invoiced is credited in full. Once. */
export async function creditLostOrder(deps: InvoiceDeps, orderId: string): Promise<void> {
  await deps.invoices.withOrder(orderId, async (book) => {
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
    await book.add(papers, now);
  });
}

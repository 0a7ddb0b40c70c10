import { type Currency, money } from '@mallhive/kernel';
import type { z } from 'zod';
import { cancelReason } from './cancel-order.ts';
import { totalsOf } from './checkout.ts';
import type { Order, refundSchema, returnSchema, subOrderSchema, timelineEntrySchema } from './contract.ts';
import type { OrderDocument, RefundDocument, ReturnDocument, SubOrderDocument } from './order.ts';
import type { PaymentSummary } from './ports.ts';
import { savingsOf } from './savings.ts';

const iso = (time: string) => new Date(time).toISOString();

export function viewTimeline(entries: OrderDocument['timeline']): z.infer<typeof timelineEntrySchema>[] {
  return entries.map(({ at, kind, message, detail }) => ({
    at: iso(at),
    kind,
    message,
    detail: detail ?? null,
    reason: kind === 'cancelled' ? cancelReason(message) : null,
  }));
}

export function viewRefund(refund: Omit<RefundDocument, 'key'>, currency: Currency): z.infer<typeof refundSchema> {
  const { id, cause, status, amount, reason, plannedAt, doneAt } = refund;
  return {
    id,
    cause,
    status,
    amount: money(amount, currency),
    reason,
    plannedAt: iso(plannedAt),
    doneAt: doneAt && iso(doneAt),
  };
}

export function viewReturn({ requestedAt, updatedAt, ...rest }: ReturnDocument): z.infer<typeof returnSchema> {
  return { ...rest, requestedAt: iso(requestedAt), updatedAt: iso(updatedAt) };
}

export function viewSubOrder(document: SubOrderDocument, currency: Currency): z.infer<typeof subOrderSchema> {
  const { id, number, seller, status, shippingMethod, lines, shipments } = document;
  return {
    id,
    number,
    seller,
    status,
    shippingMethod,
    exchangeOf: document.exchangeOf,
    refunds: document.refunds.map((refund) => viewRefund(refund, currency)),
    returns: document.returns.map(viewReturn),
    refundable: money(document.total - document.refundPlanned, currency),
    documents: document.documents.map(({ issuedAt, total, ...issued }) => ({
      ...issued,
      issuedAt: iso(issuedAt),
      total: money(total, currency),
    })),
    lines: lines.map(({ unitPrice, total, discount, tax, taxBasisPoints: __, categoryIds: _, ...line }) => ({
      ...line,
      waitingQuantity: Math.min(line.waitingQuantity, line.quantity - line.shippedQuantity - line.cancelledQuantity),
      unitPrice: money(unitPrice, currency),
      total: money(total, currency),
      discount: money(discount, currency),
      tax: money(tax, currency),
    })),
    shipments: shipments.map((shipment) => ({
      ...shipment,
      shippedAt: iso(shipment.shippedAt),
      deliveredAt: shipment.deliveredAt ? iso(shipment.deliveredAt) : null,
    })),
    totals: totalsOf(document, currency),
    savings: savingsOf(document.discounts, currency),
  };
}

export function viewOrder(document: OrderDocument, payment: PaymentSummary | undefined, returnDays: number): Order {
  const { id, number, status, email, currency, shippingAddress } = document;
  return {
    id,
    number,
    status,
    email,
    placedAt: iso(document.placedAt),
    shippingAddress,
    subOrders: document.subOrders.map((subOrder) => viewSubOrder(subOrder, currency)),
    totals: totalsOf(document, currency),
    savings: savingsOf(
      document.subOrders.flatMap(({ discounts }) => discounts),
      currency,
    ),
    refunds: money(document.refundPlanned, currency),
    returnDays,
    payment: payment ? viewPayment(payment) : null,
    timeline: viewTimeline(document.timeline),
  };
}

function viewPayment({ status, provider, card, currency, parts = [] }: PaymentSummary): Order['payment'] {
  const given = parts.filter((part) => part.status !== 'released');
  return {
    status,
    provider,
    card,
    parts: given.map(({ kind, last4, amount }) => ({ kind, last4, amount: money(amount, currency) })),
  };
}

import { amountOf } from './amounts.ts';
import type { Authorization, Books, Capture, Order, Refund } from './books.ts';

const link = (href: string, rel: string, method = 'GET') => ({ href, rel, method });

/** How the books look from outside: PayPal's resources. */
export function createViews(books: Books, base: string) {
  function authorization(of: Authorization) {
    const self = `${base}/v2/payments/authorizations/${of.id}`;
    return {
      id: of.id,
      status: of.status,
      ...(of.status === 'PENDING' && { status_details: { reason: 'PENDING_REVIEW' } }),
      amount: amountOf(of.units, of.currency),
      invoice_id: of.invoiceId,
      custom_id: of.customId,
      expiration_time: of.expiresAt,
      create_time: of.createdAt,
      update_time: of.updatedAt,
      supplementary_data: { related_ids: { order_id: of.orderId } },
      links: [link(self, 'self'), link(`${self}/capture`, 'capture', 'POST'), link(`${self}/void`, 'void', 'POST')],
    };
  }

  function capture(of: Capture) {
    const self = `${base}/v2/payments/captures/${of.id}`;
    const fee = Math.round(of.units * 0.029) + 30;
    return {
      id: of.id,
      status: of.status,
      ...(of.status === 'PENDING' && { status_details: { reason: 'PENDING_REVIEW' } }),
      amount: amountOf(of.units, of.currency),
      final_capture: of.final,
      invoice_id: of.invoiceId,
      custom_id: of.customId,
      seller_receivable_breakdown: {
        gross_amount: amountOf(of.units, of.currency),
        paypal_fee: amountOf(fee, of.currency),
        net_amount: amountOf(Math.max(of.units - fee, 0), of.currency),
      },
      supplementary_data: { related_ids: { order_id: of.orderId, authorization_id: of.authorizationId } },
      create_time: of.createdAt,
      update_time: of.updatedAt,
      links: [link(self, 'self'), link(`${self}/refund`, 'refund', 'POST')],
    };
  }

  function refund(of: Refund) {
    return {
      id: of.id,
      status: of.status,
      amount: amountOf(of.units, of.currency),
      custom_id: of.customId,
      create_time: of.createdAt,
      update_time: of.createdAt,
      links: [
        link(`${base}/v2/payments/refunds/${of.id}`, 'self'),
        link(`${base}/v2/payments/captures/${of.captureId}`, 'up'),
      ],
    };
  }

  const approval = (of: Order) => link(`${base}/checkoutnow?token=${of.id}`, of.wallet ? 'payer-action' : 'approve');

  function order(of: Order) {
    const granted = of.authorizationId && books.authorizations.get(of.authorizationId);
    const captures = [...books.captures.values()].filter(({ orderId }) => orderId === of.id);
    const refunds = [...books.refunds.values()].filter(({ orderId }) => orderId === of.id);
    return {
      id: of.id,
      intent: of.intent,
      status: of.status,
      create_time: of.createdAt,
      update_time: of.updatedAt,
      ...(of.payer && { payer: of.payer, payment_source: { paypal: { ...of.payer, account_id: of.payer.payer_id } } }),
      purchase_units: [
        {
          reference_id: of.referenceId,
          amount: amountOf(of.units, of.currency),
          invoice_id: of.invoiceId,
          custom_id: of.customId,
          description: of.description,
          ...(granted && {
            payments: {
              authorizations: [authorization(granted)],
              ...(captures.length > 0 && { captures: captures.map(capture) }),
              ...(refunds.length > 0 && { refunds: refunds.map(refund) }),
            },
          }),
        },
      ],
      links: [link(`${base}/v2/checkout/orders/${of.id}`, 'self'), approval(of)],
    };
  }

  /** The short answer, unless the caller prefers the whole. */
  const minimal = <View extends { id: string; status: string; links: object[] }>({ id, status, links }: View) => ({
    id,
    status,
    links,
  });

  return { order, authorization, capture, refund, approval, minimal };
}
export type Views = ReturnType<typeof createViews>;

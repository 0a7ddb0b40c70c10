import { minor } from './amounts.ts';
import { refusal } from './answers.ts';
import { type Books, moneyField, newId, now, type Order, touched } from './books.ts';
import type { Views } from './views.ts';

type Json = Record<string, unknown>;
const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
const honourPeriod = 29 * 24 * 60 * 60 * 1000;

export function createOrders(books: Books, views: Views, tell: (type: string, resource: object) => void) {
  function known(id: string): Order {
    const order = books.orders.get(id);
    if (!order) throw refusal(404, 'INVALID_RESOURCE_ID');
    return order;
  }

  return {
    known,

    create(body: Json): Order {
      if (body.intent !== 'AUTHORIZE' && body.intent !== 'CAPTURE')
        throw refusal(400, 'INVALID_PARAMETER_VALUE', '/intent');
      const units = Array.isArray(body.purchase_units) ? body.purchase_units : [];
      // The shop pays with one; the fake knows no more.
      if (units.length !== 1) throw refusal(400, 'INVALID_ARRAY_MAX_ITEMS', '/purchase_units');
      const unit = object(units[0]);
      const amount = moneyField(unit.amount);
      const field = '/purchase_units/@reference_id==default/amount';
      const wallet = object(object(body.payment_source).paypal);
      const context = object(wallet.experience_context ?? body.application_context);
      const at = now();
      const order: Order = {
        id: newId(),
        intent: body.intent,
        status: body.payment_source ? 'PAYER_ACTION_REQUIRED' : 'CREATED',
        units: minor(amount, field),
        currency: amount?.currency_code ?? '',
        referenceId: text(unit.reference_id) ?? 'default',
        customId: text(unit.custom_id),
        invoiceId: text(unit.invoice_id),
        description: text(unit.description),
        brand: text(context.brand_name),
        returnUrl: text(context.return_url),
        cancelUrl: text(context.cancel_url),
        wallet: body.payment_source !== undefined,
        funding: 'works',
        payer: null,
        authorizationId: null,
        createdAt: at,
        updatedAt: at,
      };
      books.orders.set(order.id, order);
      return order;
    },

    /** Says with what will be paid, and where the shopper comes back to. */
    confirm(id: string, body: Json): Order {
      const order = known(id);
      if (order.status === 'COMPLETED') throw refusal(422, 'ORDER_COMPLETE_ON_PAYMENT_APPROVAL');
      if (order.status === 'APPROVED') throw refusal(422, 'ORDER_ALREADY_APPROVED');
      const wallet = object(object(body.payment_source).paypal);
      const context = object(wallet.experience_context);
      order.wallet = true;
      order.brand = text(context.brand_name);
      order.returnUrl = text(context.return_url);
      order.cancelUrl = text(context.cancel_url);
      order.status = 'PAYER_ACTION_REQUIRED';
      order.updatedAt = touched(order.updatedAt);
      return order;
    },

    patch(id: string, operations: readonly Json[]): void {
      const order = known(id);
      if (order.status === 'COMPLETED') throw refusal(422, 'ORDER_ALREADY_COMPLETED');
      for (const { op, path, value } of operations) {
        if (op !== 'replace' && op !== 'add') throw refusal(422, 'INVALID_PATCH_OPERATION', '/op');
        if (path !== `/purchase_units/@reference_id=='${order.referenceId}'/custom_id`)
          throw refusal(422, 'NOT_PATCHABLE', '/path');
        order.customId = text(value);
      }
      order.updatedAt = touched(order.updatedAt);
    },

    /** What the shopper does on PayPal's page. */
    approve(id: string, funding: Order['funding']): Order {
      const order = known(id);
      if (order.status === 'COMPLETED') return order;
      order.status = 'APPROVED';
      order.funding = funding;
      order.payer = { payer_id: 'FAKEPAYER1234', email_address: 'buyer@example.test' };
      order.updatedAt = touched(order.updatedAt);
      tell('CHECKOUT.ORDER.APPROVED', views.order(order));
      return order;
    },

    authorize(id: string): Order {
      const order = known(id);
      if (order.intent !== 'AUTHORIZE') throw refusal(422, 'ACTION_DOES_NOT_MATCH_INTENT');
      if (order.authorizationId) throw refusal(422, 'ORDER_ALREADY_AUTHORIZED');
      if (order.status !== 'APPROVED') throw refusal(422, 'ORDER_NOT_APPROVED');
      if (order.funding === 'declined') {
        const { href } = views.approval(order);
        throw refusal(422, 'INSTRUMENT_DECLINED', undefined, [{ href, rel: 'redirect', method: 'GET' }]);
      }
      const { invoiceId, units, currency, customId } = order;
      const others = [...books.authorizations.values()];
      if (invoiceId && others.some((other) => other.invoiceId === invoiceId))
        throw refusal(422, 'DUPLICATE_INVOICE_ID');
      const at = touched(order.updatedAt);
      const granted = {
        id: newId(),
        orderId: order.id,
        status: order.funding === 'in_review' ? ('PENDING' as const) : ('CREATED' as const),
        units,
        captured: 0,
        currency,
        customId,
        invoiceId,
        expiresAt: new Date(Date.now() + honourPeriod).toISOString(),
        createdAt: at,
        updatedAt: at,
      };
      books.authorizations.set(granted.id, granted);
      order.authorizationId = granted.id;
      order.status = 'COMPLETED';
      order.updatedAt = at;
      tell('PAYMENT.AUTHORIZATION.CREATED', views.authorization(granted));
      return order;
    },
  };
}

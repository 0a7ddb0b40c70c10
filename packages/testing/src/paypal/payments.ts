import { minor } from './amounts.ts';
import { refusal } from './answers.ts';
import { type Authorization, type Books, type Capture, moneyField, newId, type Refund, touched } from './books.ts';
import type { Views } from './views.ts';

type Json = Record<string, unknown>;
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function found<Thing>(things: ReadonlyMap<string, Thing>, id: string): Thing {
  const thing = things.get(id);
  if (!thing) throw refusal(404, 'INVALID_RESOURCE_ID');
  return thing;
}

/** The amount of a request, or everything that is left; more than that is refused. */
function amountIn(body: Json, currency: string, left: number, tooMuch: string): number {
  if (body.amount === undefined) return left;
  const amount = moneyField(body.amount);
  const units = minor(amount, '/amount');
  if (amount?.currency_code !== currency) throw refusal(422, 'CURRENCY_MISMATCH', '/amount/currency_code');
  if (units > left) throw refusal(422, tooMuch, '/amount/value');
  return units;
}

export function createPayments(books: Books, views: Views, tell: (type: string, resource: object) => void) {
  const authorization = (id: string): Authorization => found(books.authorizations, id);
  const captured = (id: string): Capture => found(books.captures, id);

  return {
    authorization,
    captured,
    refunded: (id: string): Refund => found(books.refunds, id),

    capture(id: string, body: Json): Capture {
      const from = authorization(id);
      if (from.status === 'VOIDED') throw refusal(422, 'AUTHORIZATION_VOIDED');
      if (from.status === 'DENIED') throw refusal(422, 'AUTHORIZATION_DENIED');
      if (from.status === 'PENDING') throw refusal(422, 'PENDING_AUTHORIZATION');
      if (from.status === 'CAPTURED') throw refusal(422, 'AUTHORIZATION_ALREADY_CAPTURED');
      if (Date.parse(from.expiresAt) < Date.now()) throw refusal(422, 'AUTHORIZATION_EXPIRED');
      const left = from.units - from.captured;
      const units = amountIn(body, from.currency, left, 'MAX_CAPTURE_AMOUNT_EXCEEDED');
      const final = body.final_capture === true;
      const at = touched(from.updatedAt);
      const capture: Capture = {
        id: newId(),
        authorizationId: id,
        orderId: from.orderId,
        status: 'COMPLETED',
        units,
        refunded: 0,
        currency: from.currency,
        customId: from.customId,
        invoiceId: text(body.invoice_id) ?? from.invoiceId,
        final,
        createdAt: at,
        updatedAt: at,
      };
      books.captures.set(capture.id, capture);
      from.captured += units;
      from.status = final || from.captured === from.units ? 'CAPTURED' : 'PARTIALLY_CAPTURED';
      from.updatedAt = at;
      tell('PAYMENT.CAPTURE.COMPLETED', views.capture(capture));
      return capture;
    },

    void(id: string): Authorization {
      const from = authorization(id);
      if (from.status === 'VOIDED') throw refusal(422, 'PREVIOUSLY_VOIDED');
      if (from.status === 'CAPTURED') throw refusal(422, 'PREVIOUSLY_CAPTURED');
      from.status = 'VOIDED';
      from.updatedAt = touched(from.updatedAt);
      tell('PAYMENT.AUTHORIZATION.VOIDED', views.authorization(from));
      return from;
    },

    refund(id: string, body: Json): Refund {
      const of = captured(id);
      if (of.status === 'REFUNDED') throw refusal(422, 'CAPTURE_FULLY_REFUNDED');
      if (of.status === 'PENDING') throw refusal(422, 'REFUND_NOT_ALLOWED');
      const units = amountIn(body, of.currency, of.units - of.refunded, 'REFUND_AMOUNT_EXCEEDED');
      const at = touched(of.updatedAt);
      const refund: Refund = {
        id: newId(),
        captureId: id,
        orderId: of.orderId,
        status: 'COMPLETED',
        units,
        currency: of.currency,
        customId: text(body.custom_id) ?? of.customId,
        createdAt: at,
      };
      books.refunds.set(refund.id, refund);
      of.refunded += units;
      of.status = of.refunded === of.units ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
      of.updatedAt = at;
      tell('PAYMENT.CAPTURE.REFUNDED', views.refund(refund));
      return refund;
    },

    /** PayPal's review of an authorisation ends. */
    review(id: string, outcome: 'passes' | 'fails'): void {
      const from = authorization(id);
      from.status = outcome === 'passes' ? 'CREATED' : 'DENIED';
      from.updatedAt = touched(from.updatedAt);
      const type = outcome === 'passes' ? 'PAYMENT.AUTHORIZATION.CREATED' : 'PAYMENT.AUTHORIZATION.DENIED';
      tell(type, views.authorization(from));
    },
  };
}

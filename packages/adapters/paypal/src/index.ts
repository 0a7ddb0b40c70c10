import { createHmac } from 'node:crypto';
import type { PaymentProvider, ProviderState } from '@mallhive/payments/ports';
import { CheckoutPaymentIntent, PatchOp } from '@paypal/paypal-server-sdk';
import { toPayPal } from './amounts.ts';
import { type ApiOptions, createApi } from './api.ts';
import { startApproval } from './approval.ts';
import { PayPalFault } from './fault.ts';
import {
  declinedState,
  forgottenState,
  isHeldInVain,
  isTaken,
  marked,
  type PayPalOrder,
  partsOf,
  stateOf,
} from './state.ts';
import { verifyWebhook } from './verify-webhook.ts';

export interface PayPalOptions extends ApiOptions {
  /** The first is the current one; a second is accepted while webhooks rotate. */
  webhookIds: readonly string[];
  /** Origins that a shopper may come back to. */
  returnOrigins: readonly string[];
  /** What PayPal's page calls the shop. */
  brand: string;
  now?: () => Date;
}

const whole = 'return=representation';

/** What an approval came to nothing with; the order stays open. */
const declines = ['INSTRUMENT_DECLINED', 'PAYER_CANNOT_PAY', 'TRANSACTION_REFUSED', 'PAYER_ACCOUNT_RESTRICTED'];

/** PayPal behind the payments port: Orders v2, authorised after the shopper's approval and captured by our word. */
export function createPayPal(options: PayPalOptions) {
  const { clientSecret, webhookIds, now = () => new Date() } = options;
  const api = createApi(options);

  const read = (ref: string): Promise<PayPalOrder> =>
    api.call('reading an order', ({ orders }) => orders.getOrder({ id: ref }));

  async function letGo(authorizationId: string): Promise<void> {
    try {
      await api.call('voiding', ({ payments }) =>
        payments.voidPayment({ authorizationId, paypalRequestId: `void:${authorizationId}`, prefer: whole }),
      );
    } catch (error) {
      // Its end came before, one way or the other: whoever asks reads which.
      if (!(error instanceof PayPalFault && error.is('PREVIOUSLY_VOIDED', 'PREVIOUSLY_CAPTURED'))) throw error;
    }
  }

  async function mark(order: PayPalOrder): Promise<void> {
    const { unit, paymentId } = partsOf(order);
    const path = `/purchase_units/@reference_id=='${unit?.referenceId ?? 'default'}'/custom_id`;
    const body = [{ op: PatchOp.Replace, path, value: marked(paymentId ?? '') }];
    try {
      await api.call('marking an order', ({ orders }) => orders.patchOrder({ id: order.id ?? '', body }));
    } catch (error) {
      // Authorised in this moment: the next look at it finds the money that has to go.
      if (!(error instanceof PayPalFault && error.is('ORDER_ALREADY_COMPLETED'))) throw error;
    }
  }

  async function cancel(ref: string): Promise<ProviderState> {
    for (let round = 0; round < 4; round += 1) {
      const order = await read(ref).catch(forgotten);
      if (!order) return forgottenState(ref);
      const state = stateOf(order);
      if (state.status === 'cancelled' || state.status === 'succeeded') return state;
      const { authorization, captures } = partsOf(order);
      // On its way to us: nobody can stop it, and it will be refunded when it is here.
      if (captures.length > 0 && state.status === 'processing') return state;
      if (authorization?.id) await letGo(authorization.id);
      else await mark(order);
    }
    throw new Error(`PayPal's order ${ref} could not be cancelled`);
  }

  const provider: PaymentProvider = {
    code: 'paypal',
    name: 'PayPal',
    publishableKey: null,

    async create({ idempotencyKey, paymentId, amount, currency }) {
      const order = await api.call('making an order', ({ orders }) =>
        orders.createOrder({
          paypalRequestId: idempotencyKey,
          prefer: whole,
          body: {
            intent: CheckoutPaymentIntent.Authorize,
            purchaseUnits: [
              {
                referenceId: 'default',
                customId: paymentId,
                // PayPal takes an invoice once: a further guard against paying twice.
                invoiceId: paymentId,
                amount: toPayPal(amount, currency),
              },
            ],
          },
        }),
      );
      // PayPal knows none; this one is the same whenever it is asked for, and nobody without our key can make it.
      const proof = createHmac('sha256', clientSecret).update(`payment ${paymentId}`).digest('hex');
      return { ...stateOf(order), clientSecret: proof };
    },

    retrieve: async (ref) => stateOf(await read(ref)),

    startApproval: (input) => startApproval(api, options, input),

    async authorise({ idempotencyKey, providerRef: id }) {
      try {
        const order = await api.call('authorising', ({ orders }) =>
          orders.authorizeOrder({ id, paypalRequestId: idempotencyKey, prefer: whole }),
        );
        return isHeldInVain(order) ? await cancel(id) : stateOf(order);
      } catch (error) {
        if (!(error instanceof PayPalFault) || error.status !== 422) throw error;
        const order = await read(id);
        const reason = declines.find((issue) => error.is(issue));
        if (reason) return declinedState(order, reason.toLowerCase());
        // Somebody else did it, or it is not approved any more: what stands there tells.
        if (error.is('ORDER_ALREADY_AUTHORIZED', 'ORDER_NOT_APPROVED', 'PAYER_ACTION_REQUIRED'))
          return isHeldInVain(order) ? cancel(id) : stateOf(order);
        throw error;
      }
    },

    async capture({ idempotencyKey, providerRef, amount }) {
      const before = await read(providerRef);
      const state = stateOf(before);
      const { authorization } = partsOf(before);
      if (state.status !== 'authorised' || !authorization?.id) return unlessPending(state);
      try {
        const { id: authorizationId } = authorization;
        await api.call('capturing', ({ payments }) =>
          payments.captureAuthorizedPayment({
            authorizationId,
            paypalRequestId: idempotencyKey,
            prefer: whole,
            body: { amount: toPayPal(amount, state.currency), finalCapture: true },
          }),
        );
      } catch (error) {
        if (!(error instanceof PayPalFault) || error.status !== 422) throw error;
        const after = stateOf(await read(providerRef));
        // Still held, and PayPal will not hand it over: it ran out, or was refused.
        return after.status === 'authorised' ? { ...after, status: 'requires_method' } : unlessPending(after);
      }
      const after = stateOf(await read(providerRef));
      // The hold was used up by a capture that was declined.
      return after.status === 'authorised' ? { ...after, status: 'requires_method' } : unlessPending(after);
    },

    cancel,

    async refund({ idempotencyKey, providerRef, amount }) {
      const order = await read(providerRef);
      const captureId = partsOf(order).captures.find(isTaken)?.id;
      if (!captureId) throw new Error('PayPal refunds only what was captured');
      const { currency } = stateOf(order);
      const refund = await api.call('refunding', ({ payments }) =>
        payments.refundCapturedPayment({
          captureId,
          paypalRequestId: idempotencyKey,
          prefer: whole,
          body: { amount: toPayPal(amount, currency) },
        }),
      );
      if (!refund.id || refund.status === 'FAILED' || refund.status === 'CANCELLED')
        throw new Error(`PayPal did not refund: ${refund.status}`);
      return { refundRef: refund.id };
    },

    verifyWebhook: (rawBody, headers) => verifyWebhook(api, webhookIds, rawBody, headers, now()),
  };

  return {
    provider,
    /** For the start of the process. `wrong_keys`: PayPal refuses them; `unreachable`: nobody can say. */
    async check(): Promise<'ok' | 'wrong_keys' | 'unreachable'> {
      try {
        await api.signIn();
        return 'ok';
      } catch (error) {
        return error instanceof PayPalFault && (error.status === 401 || error.status === 400)
          ? 'wrong_keys'
          : 'unreachable';
      }
    },
  };
}

/** PayPal forgets an order that nobody authorised after some days: then nothing is held, and nothing ever will be. */
function forgotten(error: unknown): null {
  if (error instanceof PayPalFault && error.status === 404) return null;
  throw error;
}

/** Throws while a capture is being looked into: it may still succeed, and asking again will tell. */
function unlessPending(state: ProviderState): ProviderState {
  if (state.status === 'processing') throw new Error('PayPal is still looking into the payment');
  return state;
}

import { createHash } from 'node:crypto';
import { newToken } from '@mallhive/kernel';
import type { CardProvider, ProviderEvent, ProviderState } from './ports.ts';

const signatureOf = (body: string): string => `signed ${createHash('sha256').update(body).digest('hex')}`;

type Record_ = ProviderState & { clientSecret: string; key: string; paymentId: string; refunded: number };

/** A provider in memory. Tests move its payments along and decide what its webhooks say. */
export function fakeProvider(): CardProvider & {
  /** Changes what the provider knows; the shop has not heard of it yet. */
  advance(paymentId: string, change: Pick<ProviderState, 'status'> & Partial<ProviderState>): ProviderState;
  /** A signed webhook about the payment as it stands, or as `state` says. */
  webhook(paymentId: string, state?: ProviderState, id?: string): { body: string; headers: Record<string, string> };
  /** A signed webhook that says that a refund did not arrive. */
  lose(refundRef: string, id?: string): { body: string; headers: Record<string, string> };
  /** A signed webhook that says that a seller's account has news. */
  accountNews(accountRef: string): { body: string; headers: Record<string, string> };
  readonly calls: string[];
  readonly refunds: Map<string, number>;
} {
  const payments = new Map<string, Record_>();
  const refunds = new Map<string, number>();
  const refundsOf = new Map<string, Record_>();
  const calls: string[] = [];
  const byRef = (ref: string) => {
    const found = [...payments.values()].find((payment) => payment.providerRef === ref);
    if (!found) throw new Error(`No payment ${ref}`);
    return found;
  };
  const stateOf = ({
    providerRef,
    status,
    sequence,
    amount,
    currency,
    card,
    failure,
  }: ProviderState): ProviderState => ({
    providerRef,
    status,
    sequence,
    amount,
    currency,
    card,
    failure,
  });
  const advance = (payment: Record_, change: Partial<ProviderState>): ProviderState => {
    Object.assign(payment, { failure: null }, change, { sequence: payment.sequence + 1 });
    return stateOf(payment);
  };
  const get = (paymentId: string) => {
    const payment = payments.get(paymentId);
    if (!payment) throw new Error(`No payment ${paymentId}`);
    return payment;
  };
  return {
    code: 'test',
    name: 'Fake',
    publishableKey: null,
    calls,
    refunds,
    async create({ idempotencyKey, paymentId, amount, currency }) {
      calls.push(`create:${idempotencyKey}`);
      const known = payments.get(paymentId);
      const payment: Record_ = known ?? {
        providerRef: `fake_${newToken()}`,
        clientSecret: `secret_${newToken()}`,
        key: idempotencyKey,
        paymentId,
        status: 'requires_method',
        sequence: 0,
        amount,
        currency,
        card: null,
        failure: null,
        refunded: 0,
      };
      payments.set(paymentId, payment);
      return { ...stateOf(payment), clientSecret: payment.clientSecret };
    },
    retrieve: async (ref) => stateOf(byRef(ref)),
    async cancel(ref) {
      calls.push('cancel');
      const payment = byRef(ref);
      if (payment.status === 'succeeded' || payment.status === 'cancelled') return stateOf(payment);
      return advance(payment, { status: 'cancelled' });
    },
    async capture({ idempotencyKey, providerRef }) {
      calls.push(`capture:${idempotencyKey}`);
      const payment = byRef(providerRef);
      return payment.status === 'authorised' ? advance(payment, { status: 'succeeded' }) : stateOf(payment);
    },
    async refund({ idempotencyKey, providerRef, amount }) {
      calls.push(`refund:${idempotencyKey}`);
      if (!refunds.has(idempotencyKey)) {
        const payment = byRef(providerRef);
        const paid = payment.status === 'succeeded' ? payment.amount : 0;
        if (payment.refunded + amount > paid) throw new Error('The refund was refused: more than was paid');
        payment.refunded += amount;
        refunds.set(idempotencyKey, amount);
        refundsOf.set(idempotencyKey, payment);
      }
      return { refundRef: `refund_${idempotencyKey}` };
    },
    verifyWebhook: (rawBody, headers) =>
      rawBody !== '' && headers['fake-signature'] === signatureOf(rawBody)
        ? (JSON.parse(rawBody) as ProviderEvent)
        : null,
    async confirmCard({ providerRef, card }) {
      const payment = byRef(providerRef);
      if (payment.status === 'authorised' || payment.status === 'succeeded' || payment.status === 'cancelled')
        return { ...stateOf(payment), actionUrl: null };
      if (card.number.endsWith('3155')) {
        return { ...advance(payment, { status: 'requires_action', card: 'Visa 3155' }), actionUrl: '/second-step' };
      }
      if (card.number.endsWith('4242'))
        return { ...advance(payment, { status: 'authorised', card: 'Visa 4242' }), actionUrl: null };
      const failure = { code: 'card_declined', message: 'Declined.' };
      return { ...advance(payment, { status: 'requires_method', failure }), actionUrl: null };
    },
    advance: (paymentId, change) => advance(get(paymentId), change),
    lose(refundRef, id = newToken()) {
      const key = refundRef.slice('refund_'.length);
      for (const payment of payments.values())
        payment.refunded -= refundsOf.get(key) === payment ? (refunds.get(key) ?? 0) : 0;
      refundsOf.delete(key);
      const lostRefund = { refundRef, reason: 'expired_or_canceled_card' };
      const body = JSON.stringify({
        id,
        type: 'refund.failed',
        paymentId: null,
        state: null,
        lostRefund,
      } satisfies ProviderEvent);
      return { body, headers: { 'fake-signature': signatureOf(body) } };
    },
    accountNews(accountRef) {
      const event: ProviderEvent = {
        id: newToken(),
        type: 'account.updated',
        paymentId: null,
        state: null,
        accountRef,
      };
      const body = JSON.stringify(event);
      return { body, headers: { 'fake-signature': signatureOf(body) } };
    },
    webhook(paymentId, state = stateOf(get(paymentId)), id = newToken()) {
      const body = JSON.stringify({ id, type: `payment.${state.status}`, paymentId, state } satisfies ProviderEvent);
      return { body, headers: { 'fake-signature': signatureOf(body) } };
    },
  };
}

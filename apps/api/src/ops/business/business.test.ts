import { createMailbox } from '@mallhive/adapter-mailbox';
import { newId } from '@mallhive/kernel';
import { expect, test } from 'vitest';
import { countEvent } from './count-event.ts';
import { createMeter, madeAt } from './meter.ts';
import { createBusinessRegistry } from './metrics.ts';

const made = () => {
  const figures = createBusinessRegistry();
  return { figures, meter: createMeter(figures), text: () => figures.registry.metrics() };
};
const event = (name: string, data: unknown) => ({ id: newId(), name, data, v: '1', ts: 1_000 });
const payment = { paymentId: newId(), orderId: newId(), amount: 500, currency: 'GBP', provider: 'stripe' };

test('events are counted by name with their delay; payments by outcome, refunds in money', async () => {
  const { figures, text } = made();
  countEvent(figures, event('payments/payment.captured', { ...payment, card: null }), 1_250);
  countEvent(figures, event('payments/payment.failed', { ...payment, code: 'card_declined', message: 'no' }), 1_250);
  countEvent(figures, event('payments/payment.refunded', { ...payment, refundId: newId(), reason: 'x' }), 1_250);
  countEvent(figures, event('cart/stock.reserved', { checkoutId: newId(), expiresAt: '2026-01-01T00:00:00Z' }), 900);
  const told = await text();
  expect(told).toContain('mallhive_events_total{event="payments/payment.captured",service="api"} 1');
  expect(told).toContain('mallhive_event_delay_seconds_sum{service="api",domain="payments"} 0.75');
  expect(told).toContain('mallhive_payments_total{provider="stripe",outcome="captured",service="api"} 1');
  expect(told).toContain('mallhive_payment_failures_total{provider="stripe",code="card_declined",service="api"} 1');
  expect(told).toContain('mallhive_refunded_minor_units_total{currency="GBP",service="api"} 500');
  expect(told).toContain('mallhive_stock_reservations_total{service="api"} 1');
});

test('what a provider makes up becomes no series of its own, and an event of another shape no error', async () => {
  const { figures, text } = made();
  for (const code of ['Your card 4242 was declined', 'x'.repeat(60), 'é']) {
    countEvent(figures, event('payments/payment.failed', { ...payment, code, message: '' }), 1_000);
  }
  countEvent(figures, event('orders/order.paid', { nothing: 'of that' }), 1_000);
  expect(await text()).toContain('mallhive_payment_failures_total{provider="stripe",code="other",service="api"} 3');
  expect((await text()).match(/^mallhive_payment_failures_total\{/gm)).toHaveLength(1);
  expect(await text()).toContain('mallhive_events_total{event="orders/order.paid",service="api"} 1');
});

test('messages: what became of each, how long since it was written; an error passes', async () => {
  const { meter, text } = made();
  const id = newId(Date.now() - 2_000);
  expect(madeAt(newId(1_700_000_000_123))).toBe(1_700_000_000_123);
  const mail = { id, template: 't', to: 'a@b.example', subject: '', text: '', html: '' };
  const answers = [{ providerRef: 'r' }, { unclear: 'u' }, { undeliverable: 'n' }];
  const provider = meter.mail({
    name: 'ses',
    send: async () => {
      const answer = answers.shift();
      if (!answer) throw new Error('down');
      return answer;
    },
  });
  expect(await provider.send(mail)).toEqual({ providerRef: 'r' });
  await provider.send(mail);
  await provider.send(mail);
  await expect(provider.send(mail)).rejects.toThrow('down');
  const told = await text();
  for (const outcome of ['taken', 'unclear', 'undeliverable', 'failed']) {
    const labels = `channel="email",provider="ses",outcome="${outcome}",service="api"`;
    expect(told).toContain(`mallhive_message_handovers_total{${labels}} 1`);
  }
  expect(told).toContain('mallhive_message_delay_seconds_bucket{le="1",service="api",channel="email"} 0');
  expect(told).toContain('mallhive_message_delay_seconds_bucket{le="5",service="api",channel="email"} 1');
});

test('a provider keeps all that it can besides sending', () => {
  const { meter } = made();
  const { channel } = createMailbox({ query: async () => ({ rows: [] }) as never });
  const metered = meter.mail(channel);
  expect(Object.keys(metered).toSorted()).toEqual(Object.keys(channel).toSorted());
});

test('webhooks, sinks and recommenders by outcome', async () => {
  const { meter, text } = made();
  const answers = [
    { status: 204, problem: null },
    { status: 500, problem: null },
    { status: null, problem: 'timeout' as const },
  ];
  const sender = meter.webhooks({
    accepts: () => true,
    send: async () => ({ response: '', durationMs: 5, ...(answers.shift() ?? { status: null, problem: null }) }),
  });
  const request = { url: 'https://a.example', id: 'i', at: new Date(), payload: '', secrets: [] };
  for (let count = 0; count < 3; count++) await sender.send(request);
  const broken = meter.sink({ name: 'kinesis:s', write: async () => Promise.reject(new Error('down')) });
  await expect(broken.write([])).rejects.toThrow('down');
  const question = { kind: 'similar', userId: null, productIds: [], limit: 4 } as const;
  const asked = async (answer: () => Promise<string[]>, signal = AbortSignal.timeout(1_000)) =>
    meter.recommender({ name: 'P', recommend: answer }).recommend(question, signal);
  await asked(async () => ['p']);
  await asked(async () => []);
  await expect(asked(async () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  await expect(asked(async () => Promise.reject(new Error('late')), AbortSignal.abort())).rejects.toThrow('late');
  const told = await text();
  for (const outcome of ['taken', 'refused', 'timeout']) {
    expect(told).toContain(`mallhive_webhook_deliveries_total{outcome="${outcome}",service="api"} 1`);
  }
  expect(told).toContain('mallhive_sink_failures_total{sink="kinesis:s",service="api"} 1');
  for (const outcome of ['answered', 'nothing', 'failed', 'late']) {
    expect(told).toMatch(new RegExp(`recommender_duration_seconds_count\\{.*outcome="${outcome}".*\\} 1`));
  }
});

test('behaviour: what was stored and what was not, searches that found nothing, rails', async () => {
  const { meter, text } = made();
  const events = [{ type: 'search', results: 0 }, { type: 'search', results: 3 }, { type: 'rail_clicked' }];
  await meter.collect(async () => ({ accepted: 2 }))({ events });
  await expect(meter.collect(async () => Promise.reject(new Error('busy')))({ events })).rejects.toThrow('busy');
  const told = await text();
  expect(told).toContain('mallhive_behaviour_events_total{outcome="accepted",service="api"} 2');
  expect(told).toContain('mallhive_behaviour_events_total{outcome="left_out",service="api"} 1');
  expect(told).toContain('mallhive_behaviour_events_total{outcome="refused",service="api"} 3');
  expect(told).toContain('mallhive_searches_total{found="no",service="api"} 1');
  expect(told).toContain('mallhive_rail_events_total{action="clicked",service="api"} 1');
});

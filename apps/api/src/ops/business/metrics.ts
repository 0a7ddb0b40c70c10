import { Counter, durationBuckets, Histogram, Registry } from '@mallhive/observability';

/** Seconds, from a tenth to an hour. */
const delayBuckets = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3_600];

/**
 * What the shop does, in numbers of this process: counted where things pass by, never by a statement of their own. Labels
 * have few values: no seller, no product, no person. Money is in minor units.
 */
export function createBusinessRegistry() {
  const registry = new Registry();
  registry.setDefaultLabels({ service: 'api' });
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name: `mallhive_${name}`, help, labelNames, registers });
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[], buckets: number[]) =>
    new Histogram({ name: `mallhive_${name}`, help, labelNames, buckets, registers });
  return {
    registry,
    events: counter('events_total', 'Domain events handed on, by name', ['event']),
    eventDelay: histogram(
      'event_delay_seconds',
      'From the commit of an event until it was handed on',
      ['domain'],
      delayBuckets,
    ),
    placed: counter('orders_placed_total', 'Orders placed', ['currency']),
    paid: counter('orders_paid_total', 'Orders paid', ['currency']),
    revenue: counter('revenue_minor_units_total', 'What paid orders come to, shipping and tax included', ['currency']),
    cancelled: counter('orders_cancelled_total', 'Orders that will not be fulfilled', ['reason']),
    reservations: counter('stock_reservations_total', 'Checkouts whose stock was reserved', []),
    payments: counter('payments_total', 'Payments by what became of them', ['provider', 'outcome']),
    paymentFailures: counter('payment_failures_total', 'Failed attempts to pay', ['provider', 'code']),
    refunded: counter('refunded_minor_units_total', 'Money that went back', ['currency']),
    handovers: counter('message_handovers_total', 'Messages handed to a provider', ['channel', 'provider', 'outcome']),
    handoverSeconds: histogram(
      'message_handover_duration_seconds',
      'How long a provider took',
      ['channel', 'provider'],
      durationBuckets,
    ),
    messageDelay: histogram(
      'message_delay_seconds',
      'From writing a message until its provider has it',
      ['channel'],
      delayBuckets,
    ),
    webhooks: counter('webhook_deliveries_total', "Tries to reach a seller's system", ['outcome']),
    webhookSeconds: histogram(
      'webhook_duration_seconds',
      "How long sellers' systems took to answer",
      [],
      durationBuckets,
    ),
    behaviour: counter('behaviour_events_total', 'What browsers told', ['outcome']),
    searches: counter('searches_total', 'Searches as browsers tell of them, by whether anything was found', ['found']),
    rails: counter('rail_events_total', 'Rails of recommendations seen and used', ['action']),
    recommender: histogram(
      'recommender_duration_seconds',
      'Answers of the recommender outside the shop; after a failure the shop recommends itself',
      ['rail', 'outcome'],
      durationBuckets,
    ),
    sinkEvents: counter('sink_events_total', 'Behaviour that a sink took', ['sink']),
    sinkFailures: counter('sink_failures_total', 'Batches that a sink did not take', ['sink']),
  };
}

export type BusinessFigures = ReturnType<typeof createBusinessRegistry>;

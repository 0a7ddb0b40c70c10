import { stockReserved } from '@mallhive/cart/events';
import { orderCancelled, orderPaid, orderPlaced } from '@mallhive/orders/events';
import { paymentCancelled, paymentCaptured, paymentFailed, paymentRefunded } from '@mallhive/payments/events';
import { z } from 'zod';
import type { RelayEvent } from '../../outbox/relay.ts';
import type { BusinessFigures } from './metrics.ts';

type Count = (data: unknown, figures: BusinessFigures) => void;

/** What is known by a few words stays what it is; anything longer or made up would be a series of its own. */
const word = (text: string): string => (/^[a-z][a-z0-9_]{0,39}$/.test(text) ? text : 'other');

const code = z.string().max(3);
const sum = z.object({ currency: code, total: z.int() });
const payment = z.object({ provider: z.string(), currency: code, amount: z.int() });

/** Reads no more of an event than is counted: an order's lines are many. */
function counting<Schema extends z.ZodType>(
  event: { name: string },
  schema: Schema,
  count: (data: z.output<Schema>, figures: BusinessFigures) => void,
): [string, Count] {
  return [
    event.name,
    (data, figures) => {
      const parsed = schema.safeParse(data);
      if (parsed.success) count(parsed.data, figures);
    },
  ];
}

const counts = new Map<string, Count>([
  counting(orderPlaced, sum, ({ currency }, { placed }) => placed.inc({ currency })),
  counting(orderPaid, sum, ({ currency, total }, { paid, revenue }) => {
    paid.inc({ currency });
    revenue.inc({ currency }, total);
  }),
  counting(orderCancelled, z.object({ reason: z.string() }), ({ reason }, { cancelled }) =>
    cancelled.inc({ reason: word(reason) }),
  ),
  counting(stockReserved, z.object({}), (_, { reservations }) => reservations.inc()),
  counting(paymentCaptured, payment, ({ provider }, { payments }) => payments.inc({ provider, outcome: 'captured' })),
  counting(paymentCancelled, payment, ({ provider }, { payments }) => payments.inc({ provider, outcome: 'cancelled' })),
  counting(
    paymentFailed,
    payment.extend({ code: z.string() }),
    ({ provider, code: reason }, { payments, paymentFailures }) => {
      payments.inc({ provider, outcome: 'failed' });
      paymentFailures.inc({ provider, code: word(reason) });
    },
  ),
  counting(paymentRefunded, payment, ({ provider, currency, amount }, { payments, refunded }) => {
    payments.inc({ provider, outcome: 'refunded' });
    refunded.inc({ currency }, amount);
  }),
]);

/** Called by the relay for events that were handed on. One that is handed on twice counts twice: Prometheus' figures are for trends, the ledger is for money. */
export function countEvent(figures: BusinessFigures, event: RelayEvent, now: number): void {
  figures.events.inc({ event: event.name });
  figures.eventDelay.observe({ domain: event.name.split('/', 1)[0] ?? '' }, Math.max(0, now - event.ts) / 1_000);
  counts.get(event.name)?.(event.data, figures);
}

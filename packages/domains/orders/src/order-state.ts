import type { OrderStatus, RefundStatus, ReturnStatus, SubOrderStatus } from './contract.ts';

/** The lifecycles as data: what may happen in which state, and where it leads. The README draws them from here. */
export type OrderEvent =
  | 'attempt_failed'
  | 'pay'
  | 'cancel'
  | 'stock_lost'
  | 'cancel_all'
  | 'ship_some'
  | 'ship_all'
  | 'deliver_all'
  | 'exchange'
  | 'lose_some'
  | 'lose_all';
/** `lose_some`, `lose_all`: of what was sent that much is lost and has to be sent again, or is cancelled. `cancel_rest`: what was not yet sent is cancelled, the rest is under way; `cancel_last`: the rest has arrived already. */
export type SubOrderEvent =
  | 'release'
  | 'cancel'
  | 'cancel_rest'
  | 'cancel_last'
  | 'ship_some'
  | 'ship_rest'
  | 'deliver_all'
  | 'lose_some'
  | 'lose_all';
export type ShipmentEvent = 'deliver' | 'lose';
export type ShipmentStatus = 'shipped' | 'delivered' | 'lost';
export type ReturnEvent = 'approve' | 'refuse' | 'send' | 'receive' | 'inspect' | 'close';
/** `lose`: the provider had taken it, and it did not arrive after all. */
export type RefundEvent = 'send' | 'succeed' | 'fail' | 'lose' | 'retry';

export const orderTransitions: Record<OrderStatus, Partial<Record<OrderEvent, OrderStatus>>> = {
  pending_payment: { attempt_failed: 'payment_failed', pay: 'paid', cancel: 'cancelled' },
  payment_failed: { attempt_failed: 'payment_failed', pay: 'paid', cancel: 'cancelled' },
  paid: { ship_some: 'partially_shipped', ship_all: 'shipped', stock_lost: 'cancelled', cancel_all: 'cancelled' },
  partially_shipped: {
    ship_some: 'partially_shipped',
    ship_all: 'shipped',
    deliver_all: 'delivered',
    lose_some: 'partially_shipped',
    lose_all: 'paid',
  },
  shipped: {
    deliver_all: 'delivered',
    exchange: 'partially_shipped',
    lose_some: 'partially_shipped',
    lose_all: 'paid',
  },
  delivered: { exchange: 'partially_shipped' },
  cancelled: {},
};

export const subOrderTransitions: Record<SubOrderStatus, Partial<Record<SubOrderEvent, SubOrderStatus>>> = {
  pending_payment: { release: 'to_fulfil', cancel: 'cancelled' },
  to_fulfil: { ship_some: 'partially_shipped', ship_rest: 'shipped', cancel: 'cancelled' },
  partially_shipped: {
    ship_some: 'partially_shipped',
    ship_rest: 'shipped',
    cancel_rest: 'shipped',
    cancel_last: 'delivered',
    lose_some: 'partially_shipped',
    lose_all: 'to_fulfil',
  },
  shipped: { deliver_all: 'delivered', lose_some: 'partially_shipped', lose_all: 'to_fulfil' },
  delivered: {},
  cancelled: {},
};

export const shipmentTransitions: Record<ShipmentStatus, Partial<Record<ShipmentEvent, ShipmentStatus>>> = {
  shipped: { deliver: 'delivered', lose: 'lost' },
  delivered: {},
  lost: {},
};

/** Refused until it is there: it may never come. What came back is looked at before anything is given for it. */
export const returnTransitions: Record<ReturnStatus, Partial<Record<ReturnEvent, ReturnStatus>>> = {
  requested: { approve: 'approved', refuse: 'refused' },
  approved: { send: 'in_transit', receive: 'received', refuse: 'refused' },
  in_transit: { receive: 'received', refuse: 'refused' },
  received: { inspect: 'inspected' },
  inspected: { close: 'closed' },
  refused: {},
  closed: {},
};

/** A refund ends when the money is back, and opens again when it did not arrive; one that failed is tried again by a person. */
export const refundTransitions: Record<RefundStatus, Partial<Record<RefundEvent, RefundStatus>>> = {
  planned: { send: 'sent', succeed: 'succeeded', fail: 'failed' },
  sent: { succeed: 'succeeded', fail: 'failed' },
  failed: { retry: 'planned', succeed: 'succeeded' },
  succeeded: { lose: 'failed' },
};

/** The states in which `event` may happen: the guard that goes into the database with the change. */
export function sourcesOf<State extends string, Event extends string>(
  table: Record<State, Partial<Record<Event, State>>>,
  event: Event,
): State[] {
  return (Object.keys(table) as State[]).filter((state) => table[state][event] !== undefined);
}

export type Guard<State> = { ok: true; to: State } | { ok: false; reason: string };

export function step<State extends string, Event extends string>(
  table: Record<State, Partial<Record<Event, State>>>,
  state: State,
  event: Event,
): Guard<State> {
  const to = table[state][event];
  return to === undefined ? { ok: false, reason: `${event} is not possible when ${state}` } : { ok: true, to };
}

/** What an order is, given its sellers' parts. Cancelled parts do not count unless all are. */
export function orderStatusOf(parts: readonly SubOrderStatus[], current: OrderStatus): OrderStatus {
  const live = parts.filter((status) => status !== 'cancelled');
  if (live.length === 0) return 'cancelled';
  if (live.every((status) => status === 'delivered')) return 'delivered';
  if (live.every((status) => status === 'delivered' || status === 'shipped')) return 'shipped';
  if (live.some((status) => status !== 'to_fulfil' && status !== 'pending_payment')) return 'partially_shipped';
  // Everything that was sent is lost.
  return current === 'shipped' || current === 'partially_shipped' ? 'paid' : current;
}

import type { OrderStatus, SubOrderStatus } from './contract.ts';

/** The lifecycles as data: what may happen in which state, and where it leads. The README draws them from here. */
export type OrderEvent = 'attempt_failed' | 'pay' | 'cancel' | 'stock_lost' | 'ship_some' | 'ship_all' | 'deliver_all';
export type SubOrderEvent = 'release' | 'cancel' | 'ship_some' | 'ship_rest' | 'deliver_all';
export type ShipmentEvent = 'deliver';

export const orderTransitions: Record<OrderStatus, Partial<Record<OrderEvent, OrderStatus>>> = {
  pending_payment: { attempt_failed: 'payment_failed', pay: 'paid', cancel: 'cancelled' },
  payment_failed: { attempt_failed: 'payment_failed', pay: 'paid', cancel: 'cancelled' },
  paid: { ship_some: 'partially_shipped', ship_all: 'shipped', stock_lost: 'cancelled' },
  partially_shipped: { ship_some: 'partially_shipped', ship_all: 'shipped' },
  shipped: { deliver_all: 'delivered' },
  delivered: {},
  cancelled: {},
};

export const subOrderTransitions: Record<SubOrderStatus, Partial<Record<SubOrderEvent, SubOrderStatus>>> = {
  pending_payment: { release: 'to_fulfil', cancel: 'cancelled' },
  to_fulfil: { ship_some: 'partially_shipped', ship_rest: 'shipped', cancel: 'cancelled' },
  partially_shipped: { ship_some: 'partially_shipped', ship_rest: 'shipped' },
  shipped: { deliver_all: 'delivered' },
  delivered: {},
  cancelled: {},
};

export const shipmentTransitions: Record<'shipped' | 'delivered', Partial<Record<ShipmentEvent, 'delivered'>>> = {
  shipped: { deliver: 'delivered' },
  delivered: {},
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
  return current;
}

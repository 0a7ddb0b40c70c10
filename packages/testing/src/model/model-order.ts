/** What is known of an order without looking into the shop: quantities, amounts, and what they allow. */
export interface ModelLine {
  variant: number;
  quantity: number;
  sent: number;
  arrived: number;
  cancelled: number;
  /** In returns that were not refused. */
  returned: number;
  /** Units whose price went back, or was turned into something else. */
  credited: number;
  /** For all its units, after discounts. */
  paid: number;
}

export interface ModelPart {
  seller: number;
  lines: ModelLine[];
  /** Goods and delivery, after discounts. */
  total: number;
  /** Promised back. */
  planned: number;
  /** The return that it was sent for instead; null for what was bought. */
  exchangeOf: string | null;
  /** Its units left the stock. */
  sold: boolean;
}

export interface ModelReturn {
  id: string;
  part: ModelPart;
  line: ModelLine;
  units: number;
  exchange: boolean;
  state: 'requested' | 'approved' | 'in_transit' | 'received' | 'refused' | 'done';
}

/** What an instrument was to give to an order; it is theirs again with what goes back. */
export interface Give {
  instrument: number;
  amount: number;
  back: number;
}

export interface ModelOrder {
  shopper: number;
  parts: ModelPart[];
  returns: ModelReturn[];
  /** `overdue` is still `waiting` for anybody who pays before the jobs have run. */
  status: 'waiting' | 'paid' | 'cancelled';
  /** It was paid once, whatever became of it. */
  released: boolean;
  payBy: number;
  /** `action`: the bank wants to see the shopper. */
  money: 'open' | 'action' | 'taken' | 'void';
  /** Sent back; what is promised is so as soon as jobs ran. */
  refunded: number;
  planned: number;
  amount: number;
  /** Off the goods. */
  discount: number;
  /** Gift cards and credit that give a part of it, in the order in which it goes back to them. */
  gives: Give[];
  coupons: number[];
  /** Version of the basket it was placed from. */
  basket: number;
}

export const openUnits = (line: ModelLine): number => line.quantity - line.sent - line.cancelled;
const sum = (part: ModelPart, pick: (line: ModelLine) => number) =>
  part.lines.reduce((total, line) => total + pick(line), 0);

/** As a seller would say it. */
export function stateOf(order: ModelOrder, part: ModelPart): 'unpaid' | 'to_send' | 'partly' | 'cancelled' | 'sent' {
  if (!order.released) return 'unpaid';
  if (sum(part, openUnits) > 0) return sum(part, (line) => line.sent) > 0 ? 'partly' : 'to_send';
  return sum(part, (line) => line.sent) > 0 ? 'sent' : 'cancelled';
}

/** The share of the first `units` units, to the nearest penny. */
const shareOf = ({ paid, quantity }: ModelLine, units: number): number =>
  Math.floor((2 * paid * units + quantity) / (2 * quantity));

/** What the next units are worth, so that all of them together are worth what was paid. */
export function credit(line: ModelLine, units: number): number {
  const before = line.credited;
  line.credited += units;
  return shareOf(line, before + units) - shareOf(line, before);
}

/** Promises as much of it as there is; answers how much that is. */
export function promise(order: ModelOrder, part: ModelPart, wish: number): number {
  const amount = Math.max(0, Math.min(wish, leftOf(order, part)));
  part.planned += amount;
  order.planned += amount;
  return amount;
}
export const leftOf = (order: ModelOrder, part: ModelPart): number =>
  Math.max(0, Math.min(part.total - part.planned, order.amount - order.planned));

/** Null when it happened, else why not. */
export function cancelUnits(
  order: ModelOrder,
  part: ModelPart,
  line: ModelLine,
  { units, by }: { units: number; by: 'shopper' | 'seller' },
): string | null {
  const state = stateOf(order, part);
  if (by === 'seller' && state === 'unpaid') return 'order_not_found';
  if (state !== 'to_send' && (by === 'shopper' || state !== 'partly')) return 'not_cancellable';
  if (units > openUnits(line)) return 'quantity_exceeded';
  const worth = credit(line, units);
  line.cancelled += units;
  // With the last unit of a parcel that nothing was sent of, its delivery goes back too.
  promise(order, part, stateOf(order, part) === 'cancelled' ? part.total : worth);
  if (order.parts.every((one) => stateOf(order, one) === 'cancelled')) order.status = 'cancelled';
  return null;
}

/** Null when it happened; what goes into the parcel otherwise stays. */
export function sendParcel(order: ModelOrder, part: ModelPart, one: ModelLine | null): string | null {
  const state = stateOf(order, part);
  if (state === 'unpaid') return 'order_not_found';
  if (state !== 'to_send' && state !== 'partly') return 'not_shippable';
  if (one) one.sent += 1;
  else for (const line of part.lines) line.sent += openUnits(line);
  return null;
}

export function arrive(part: ModelPart): void {
  for (const line of part.lines) line.arrived = line.sent;
}

/** `instead`: what the other variant costs; undefined when it is no variant of the same product. */
export function askReturn(
  order: ModelOrder,
  wish: Omit<ModelReturn, 'state'>,
  instead: number | undefined,
): string | null {
  const { line, units, exchange } = wish;
  if (exchange) {
    if (units > line.quantity) return 'not_returnable';
    if (instead === undefined) return 'exchange_unavailable';
    if (instead > Math.floor(line.paid / line.quantity)) return 'exchange_dearer';
  }
  if (units > line.arrived - line.returned) return 'not_returnable';
  line.returned += units;
  order.returns.push({ ...wish, state: 'requested' });
  return null;
}

const steps = {
  approve: { from: ['requested'], to: 'approved' },
  refuse: { from: ['requested', 'approved', 'in_transit'], to: 'refused' },
  send: { from: ['approved'], to: 'in_transit' },
  receive: { from: ['approved', 'in_transit'], to: 'received' },
  inspect: { from: ['received'], to: 'done' },
} as const satisfies Record<string, { from: readonly ModelReturn['state'][]; to: ModelReturn['state'] }>;

/** `moved`, `same` when it was so already, else why not. What an inspection gives is the caller's. */
export function moveReturn(one: ModelReturn, event: keyof typeof steps): 'moved' | 'same' | 'return_not_open' {
  const { from, to } = steps[event];
  if (one.state === to) return 'same';
  if (!(from as readonly string[]).includes(one.state)) return 'return_not_open';
  one.state = to;
  if (event === 'refuse') one.line.returned -= one.units;
  return 'moved';
}

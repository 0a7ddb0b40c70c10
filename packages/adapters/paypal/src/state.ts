import type { ProviderState } from '@mallhive/payments/ports';
import {
  AuthorizationStatus,
  CaptureStatus,
  type Order,
  type OrderAuthorizeResponse,
  OrderStatus,
} from '@paypal/paypal-server-sdk';
import { fromPayPal } from './amounts.ts';

export type PayPalOrder = Order | OrderAuthorizeResponse;

/** PayPal cannot end an order that nobody approved. Its name for us is changed instead, and whatever comes after is let go. */
const cancelledMark = 'cancelled:';
export const marked = (paymentId: string) => `${cancelledMark}${paymentId}`;
const isMarked = (customId: string | undefined) => customId?.startsWith(cancelledMark) ?? false;
export const paymentIdIn = (customId: unknown): string | null =>
  typeof customId === 'string' && customId ? customId.replace(cancelledMark, '') : null;

/** Later stages of the same moment are newer. */
const stages = {
  requires_method: 0,
  requires_action: 1,
  approved: 2,
  declined: 3,
  processing: 4,
  authorised: 5,
  succeeded: 6,
  cancelled: 7,
} as const;

const taken: readonly (CaptureStatus | undefined)[] = [
  CaptureStatus.Completed,
  CaptureStatus.PartiallyRefunded,
  CaptureStatus.Refunded,
];

export const isTaken = ({ status }: { status?: CaptureStatus }) => taken.includes(status);

/** The parts of an order that say where it stands. An order of ours has one unit and one authorisation. */
export function partsOf(order: PayPalOrder) {
  const unit = order.purchaseUnits?.[0];
  return {
    unit,
    paymentId: paymentIdIn(unit?.customId),
    authorization: unit?.payments?.authorizations?.[0],
    captures: unit?.payments?.captures ?? [],
  };
}

/**
 * Milliseconds since the order was made, then the stage. 31 bits are three days of that: PayPal forgets an order that is
 * not authorised long before, and what comes later (taken, let go) counts whenever it is heard of.
 */
function sequenceOf(order: PayPalOrder, stage: keyof typeof stages): number {
  const { authorization, captures } = partsOf(order);
  const created = Date.parse(order.createTime ?? '');
  const changes = [order.updateTime, authorization?.updateTime, ...captures.map(({ updateTime }) => updateTime)];
  const times = changes.map((time) => Date.parse(time ?? '')).filter((time) => time > created);
  const age = times.length > 0 ? Math.max(...times) - created : 0;
  return Math.min(age * 8 + stages[stage], 2 ** 31 - 1);
}

function statusOf(order: PayPalOrder): ProviderState['status'] {
  const { unit, authorization, captures } = partsOf(order);
  if (captures.some(isTaken)) return 'succeeded';
  if (captures.some(({ status }) => status === CaptureStatus.Pending)) return 'processing';
  if (authorization) {
    if (authorization.status === AuthorizationStatus.Created) return 'authorised';
    return authorization.status === AuthorizationStatus.Pending ? 'processing' : 'cancelled';
  }
  if (isMarked(unit?.customId) || order.status === OrderStatus.Voided) return 'cancelled';
  if (order.status === OrderStatus.Approved) return 'approved';
  return order.status === OrderStatus.PayerActionRequired ? 'requires_action' : 'requires_method';
}

/** Marked as cancelled before it was authorised: somebody has to let the money go. */
export const isHeldInVain = (order: PayPalOrder): boolean => {
  const { authorization, unit } = partsOf(order);
  return statusOf(order) === 'authorised' && isMarked(authorization?.customId ?? unit?.customId);
};

export function stateOf(order: PayPalOrder): ProviderState {
  const { unit, authorization, captures } = partsOf(order);
  const status = statusOf(order);
  const got = captures.filter(isTaken);
  const asked = fromPayPal(authorization?.amount ?? unit?.amount);
  const amount =
    status === 'succeeded' ? got.reduce((sum, { amount: of }) => sum + fromPayPal(of).amount, 0) : asked.amount;
  return {
    providerRef: order.id ?? '',
    status,
    sequence: sequenceOf(order, status),
    amount,
    currency: asked.currency,
    card: 'PayPal',
    failure: null,
    fee: status === 'succeeded' ? feeOf(got) : null,
  };
}

/** What PayPal keeps of it; null when it does not say. */
function feeOf(captures: ReturnType<typeof partsOf>['captures']): number | null {
  const fees = captures.map(({ sellerReceivableBreakdown: parts }) => parts?.paypalFee);
  return fees.every((fee) => fee) ? fees.reduce((sum, fee) => sum + fromPayPal(fee).amount, 0) : null;
}

/** Nothing is known of its amount any more, and nothing of it can be taken. */
export const forgottenState = (providerRef: string): ProviderState => ({
  providerRef,
  status: 'cancelled',
  sequence: 2 ** 31 - 1,
  amount: 0,
  currency: 'EUR',
  card: null,
  failure: null,
});

/** What the shopper approved with was refused: the order stays open for another try. */
export function declinedState(order: PayPalOrder, code: string): ProviderState {
  const message = 'PayPal could not take the payment. Choose another way to pay at PayPal, or pay with a card.';
  return {
    ...stateOf(order),
    status: 'requires_method',
    sequence: sequenceOf(order, 'declined'),
    failure: { code, message },
  };
}

import { Badge, formatMoney } from '@mallhive/ui';
import Link from 'next/link';
import { momentLabel } from '../logic/figures.ts';
import { messages } from '../messages.ts';
import type { OrderRow, SubOrderStatus } from '../types.ts';

const tones: Record<SubOrderStatus, 'neutral' | 'accent' | 'positive' | 'caution'> = {
  pending_payment: 'caution',
  to_fulfil: 'accent',
  partially_shipped: 'accent',
  shipped: 'neutral',
  delivered: 'positive',
  cancelled: 'neutral',
};

export function OrderStatusBadge({ status }: { status: SubOrderStatus }) {
  return <Badge tone={tones[status]}>{messages.orderStatus[status]}</Badge>;
}

/** Some of it cannot be sent yet. */
export function WaitingBadge({ order }: { order: OrderRow }) {
  if (order.waitingCount === 0) return null;
  return <Badge tone="caution">{messages.orders.waiting(order.waitingCount, order.itemCount)}</Badge>;
}

/** One order in a narrow place; the whole of it leads to the order. */
export function OrderSummary({ order }: { order: OrderRow }) {
  return (
    <span className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
      <Link href={`/orders/${order.id}`} className="font-semibold after:absolute after:inset-0 hover:underline">
        {order.number}
      </Link>
      <span className="text-right font-semibold tabular-nums">{formatMoney(order.total)}</span>
      <span className="min-w-0 text-sm text-ink-soft">
        {order.customerName}, {order.country} · {messages.orders.itemCount(order.itemCount)}
        <br />
        {momentLabel(order.placedAt)}
      </span>
      <span className="flex flex-wrap justify-end gap-1 self-end">
        <WaitingBadge order={order} />
        <OrderStatusBadge status={order.status} />
      </span>
    </span>
  );
}

/** Orders beside the charts. */
export function OrderList({ orders }: { orders: readonly OrderRow[] }) {
  return (
    <ul className="divide-y divide-line">
      {orders.map((order) => (
        <li key={order.id} className="relative py-3 hover:bg-sunken/50">
          <OrderSummary order={order} />
        </li>
      ))}
    </ul>
  );
}

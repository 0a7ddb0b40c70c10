import { formatMoney, Notice } from '@mallhive/ui';
import type { ReactNode } from 'react';
import { addressLines } from '../logic/address-form.ts';
import { formatDay, formatMoment } from '../logic/dates.ts';
import { messages } from '../messages.ts';
import type { Order } from '../types.ts';
import { OrderPart } from './OrderPart.tsx';
import { OrderBadge } from './status-badge.tsx';

const text = messages.order;

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-lg">{title}</h2>
      {children}
    </section>
  );
}

function Totals({ order }: { order: Order }) {
  const rows = [
    [text.items, order.totals.items],
    [text.shipping, order.totals.shipping],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-y-1.5 tabular-nums">
      {rows.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-ink-soft">{label}</dt>
          <dd className="text-right">{formatMoney(value)}</dd>
        </div>
      ))}
      <dt className="mt-1 border-t border-line pt-2 font-semibold">{text.total}</dt>
      <dd className="mt-1 border-t border-line pt-2 text-right font-semibold">{formatMoney(order.totals.total)}</dd>
      <dt className="text-sm text-ink-soft">{text.tax}</dt>
      <dd className="text-right text-sm text-ink-soft">{formatMoney(order.totals.tax)}</dd>
    </dl>
  );
}

function Timeline({ order }: { order: Order }) {
  return (
    <ol className="grid gap-4 border-l-2 border-line pl-5">
      {order.timeline.map((entry) => (
        <li key={`${entry.at} ${entry.kind} ${entry.message}`} className="relative">
          <span className="absolute top-2 -left-[1.65rem] size-2.5 rounded-full bg-accent-strong" aria-hidden="true" />
          <p>{entry.message}</p>
          <p className="text-sm text-ink-soft">
            <time dateTime={entry.at}>{formatMoment(entry.at)}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** The whole order; used for its owner and for a guest who has looked it up. */
export function OrderView({ order }: { order: Order }) {
  const { payment } = order;
  return (
    <article>
      <header className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-3xl sm:text-4xl">{text.title(order.number)}</h1>
        <OrderBadge status={order.status} />
        <p className="basis-full text-ink-soft">{text.placed(formatDay(order.placedAt))}</p>
      </header>
      {order.status === 'pending_payment' ? (
        <Notice tone="caution" className="mb-6">
          {text.awaitingPayment}
        </Notice>
      ) : null}
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_18rem] xl:items-start">
        <div className="grid min-w-0 gap-5">
          {order.subOrders.map((part, index) => (
            <OrderPart key={part.id} part={part} index={index} count={order.subOrders.length} />
          ))}
        </div>
        <div className="grid gap-7 rounded-tile bg-sunken p-6">
          <Block title={text.totals}>
            <Totals order={order} />
          </Block>
          {payment ? (
            <Block title={text.payment}>
              <p>{messages.paymentStatus[payment.status] ?? payment.status}</p>
              {payment.card ? <p className="text-sm text-ink-soft">{text.paidWith(payment.card)}</p> : null}
            </Block>
          ) : null}
          <Block title={text.address}>
            <address className="not-italic">
              {addressLines(order.shippingAddress).map((line) => (
                <span key={line} className="block">
                  {line}
                </span>
              ))}
            </address>
          </Block>
          <Block title={text.timeline}>
            <Timeline order={order} />
          </Block>
        </div>
      </div>
    </article>
  );
}

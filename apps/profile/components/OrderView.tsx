import { Button, Notice, useI18n } from '@mallhive/ui';
import { type ReactNode, useState } from 'react';
import { addressLines } from '../logic/address-form.ts';
import { cancellable } from '../logic/after-sale.ts';
import { dayFormat } from '../logic/dates.ts';
import { useTexts } from '../texts.ts';
import type { Order } from '../types.ts';
import { CancelDialog } from './after-sale/CancelDialog.tsx';
import type { OrderActions } from './after-sale/use-order-actions.ts';
import { OrderPart } from './OrderPart.tsx';
import { OrderTimeline } from './OrderTimeline.tsx';
import { OrderBadge } from './status-badge.tsx';

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-lg">{title}</h2>
      {children}
    </section>
  );
}

function Totals({ order }: { order: Order }) {
  const text = useTexts().order;
  const { money } = useI18n();
  const { totals, savings, refunds } = order;
  const less = (value: Order['refunds']) => money({ ...value, amount: -value.amount });
  const rows = [
    [text.items, money(totals.items)],
    [text.shipping, money(totals.shipping)],
    ...savings.map(({ title, amount }) => [title, less(amount)]),
    ...(totals.taxIncluded ? [] : [[text.taxOnTop, money(totals.tax)]]),
  ];
  return (
    <dl className="grid grid-cols-2 gap-y-1.5 tabular-nums">
      {rows.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-ink-soft">{label}</dt>
          <dd className="text-end">{value}</dd>
        </div>
      ))}
      <dt className="mt-1 border-t border-line pt-2 font-semibold">{text.total}</dt>
      <dd className="mt-1 border-t border-line pt-2 text-end font-semibold">{money(totals.total)}</dd>
      {refunds.amount > 0 ? (
        <>
          <dt>{text.refunds}</dt>
          <dd className="text-end">{less(refunds)}</dd>
        </>
      ) : null}
      {totals.taxIncluded ? (
        <>
          <dt className="text-sm text-ink-soft">{text.tax}</dt>
          <dd className="text-end text-sm text-ink-soft">{money(totals.tax)}</dd>
        </>
      ) : null}
    </dl>
  );
}

/** Offered as long as a seller has not begun to send. The dialog comes when it is asked for. */
function CancelItems({ order, actions }: { order: Order; actions: OrderActions }) {
  const text = useTexts().cancel;
  const [open, setOpen] = useState(false);
  const choices = cancellable(order);
  if (choices.length === 0 && !open) return null;
  return (
    <div className="mb-6">
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {text.ask}
      </Button>
      {open ? <CancelDialog choices={choices} cancel={actions.cancel} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

/** The whole order; used for its owner and for a guest who has looked it up. */
export function OrderView({ order, actions }: { order: Order; actions?: OrderActions | undefined }) {
  const { order: text, paymentStatus } = useTexts();
  const { say, date, country } = useI18n();
  const { payment } = order;
  const statuses: Readonly<Record<string, string>> = paymentStatus;
  return (
    <article>
      <header className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-3xl sm:text-4xl">{say(text.title, { number: order.number })}</h1>
        <OrderBadge status={order.status} />
        <p className="basis-full text-ink-soft">{say(text.placed, { day: date(order.placedAt, dayFormat) })}</p>
      </header>
      {order.status === 'pending_payment' ? (
        <Notice tone="caution" className="mb-6">
          {text.awaitingPayment}
        </Notice>
      ) : null}
      {actions ? <CancelItems order={order} actions={actions} /> : null}
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_18rem] xl:items-start">
        <div className="grid min-w-0 gap-5">
          {order.subOrders.map((part, index) => (
            <OrderPart
              key={part.id}
              part={part}
              index={index}
              count={order.subOrders.length}
              returnDays={order.returnDays}
              actions={actions}
            />
          ))}
        </div>
        <div className="grid gap-7 rounded-tile bg-sunken p-6">
          <Block title={text.totals}>
            <Totals order={order} />
          </Block>
          {payment ? (
            <Block title={text.payment}>
              <p>{statuses[payment.status] ?? payment.status}</p>
              <PaidParts parts={payment.parts ?? []} />
              {payment.card ? (
                <p className="text-sm text-ink-soft">{say(text.paidWith, { card: payment.card })}</p>
              ) : null}
            </Block>
          ) : null}
          <Block title={text.address}>
            <address className="not-italic">
              {addressLines(order.shippingAddress, country).map((line) => (
                <span key={line} className="block">
                  <bdi>{line}</bdi>
                </span>
              ))}
            </address>
          </Block>
          {order.timeline.length > 0 ? (
            <Block title={text.timeline}>
              <OrderTimeline order={order} />
            </Block>
          ) : null}
        </div>
      </div>
    </article>
  );
}

/** What gift cards and credit gave to it. */
function PaidParts({ parts }: { parts: NonNullable<NonNullable<Order['payment']>['parts']> }) {
  const text = useTexts().creditParts;
  const { say } = useI18n();
  if (parts.length === 0) return null;
  return (
    <ul className="text-sm text-ink-soft">
      {parts.map(({ kind, last4, amount }) => (
        <li key={`${kind} ${last4} ${amount.amount}`}>
          {kind === 'credit' ? say(text.credit, { amount }) : say(text.gift, { last4: last4 ?? '', amount })}
        </li>
      ))}
    </ul>
  );
}

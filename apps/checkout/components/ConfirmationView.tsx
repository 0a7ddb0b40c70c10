import {
  CheckCircleIcon,
  Container,
  EmptyState,
  LinkButton,
  MailIcon,
  Notice,
  PackageIcon,
  UserIcon,
  useI18n,
} from '@mallhive/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTexts } from '../texts.ts';
import type { Order } from '../types.ts';
import { SummaryLine, TotalsList } from './OrderSummary.tsx';

export interface ConfirmationViewProps {
  order: Order;
  signedIn: boolean;
  /** We have been asking for long. */
  slow: boolean;
}

function Headline({ order, slow }: { order: Order; slow: boolean }) {
  const text = useTexts().confirmation;
  const { say } = useI18n();
  const firstName = order.shippingAddress.name.split(' ')[0];
  if (order.status === 'pending_payment') {
    return (
      <Notice tone="info" title={text.pendingTitle} role="status">
        <p>{text.pendingText}</p>
        {slow ? <p className="mt-1">{text.stillWaiting}</p> : null}
      </Notice>
    );
  }
  return (
    <div className="grid justify-items-center gap-4 text-center">
      <span className="mh-state-mark text-positive">
        <CheckCircleIcon />
      </span>
      <h1>{firstName ? say(text.thanksName, { name: firstName }) : text.thanks}</h1>
      <p className="text-ink-soft">{say(text.mail, { email: order.email })}</p>
      <span role="status" className="mh-visually-hidden">
        {text.thanks}
      </span>
    </div>
  );
}

/** Neither paid nor to be paid any more. */
function Ended({ order }: { order: Order }) {
  const text = useTexts().confirmation;
  const failed = order.status === 'payment_failed';
  return (
    <Container className="py-12">
      <EmptyState
        level={1}
        icon={<PackageIcon />}
        title={failed ? text.failedTitle : text.cancelledTitle}
        actions={
          <>
            <LinkButton as={Link} href="/cart">
              {text.backToCart}
            </LinkButton>
            <LinkButton as={Link} href="/" variant="secondary">
              {text.keepShopping}
            </LinkButton>
          </>
        }
      >
        {failed ? text.failedText : text.cancelledText}
      </EmptyState>
      <p className="text-center text-sm text-ink-soft">
        {text.number} <strong>{order.number}</strong>
      </p>
    </Container>
  );
}

function Tile({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <section className="grid content-start gap-3 rounded-tile border border-line bg-surface p-6">
      <h2 className="flex items-center gap-3 text-xl">
        <span className="text-accent-strong">{icon}</span>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Parcels({ order }: { order: Order }) {
  const text = useTexts().confirmation;
  const { say } = useI18n();
  return (
    <ol className="grid gap-5">
      {order.subOrders.map((part, index) => (
        <li key={part.id} className="rounded-tile border border-line bg-surface p-6">
          <h2 className="text-xl">{say(text.parcel, { index: index + 1, count: order.subOrders.length })}</h2>
          <p className="mt-1 text-sm text-ink-soft">
            {say(text.from, { seller: part.seller.name })} ·{' '}
            {part.shippingMethod === 'express' ? text.express : text.standard}
          </p>
          <ul className="mt-2 divide-y divide-line">
            {part.lines.map((line) => (
              <SummaryLine key={line.id} line={line} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function AddressBlock({ order }: { order: Order }) {
  const { country } = useI18n();
  const { shippingAddress: address } = order;
  const lines = [
    address.name,
    address.line1,
    address.line2,
    `${address.postcode} ${address.city}`,
    address.region,
    country(address.country),
  ];
  return (
    <address className="not-italic">
      {lines.filter(Boolean).map((line) => (
        <span key={line} className="block">
          <bdi>{line}</bdi>
        </span>
      ))}
    </address>
  );
}

/** What each gave: gift cards, credit, and the provider the rest. */
function PaidWith({ order, payment }: { order: Order; payment: NonNullable<Order['payment']> }) {
  const text = useTexts().confirmation;
  const words = useTexts().giftCards;
  const { say, money } = useI18n();
  const { card, parts = [] } = payment;
  const given = parts.map(({ kind, last4, amount }) => ({
    name: kind === 'credit' ? words.creditPaid : say(words.giftPaid, { last4: last4 ?? '' }),
    amount,
  }));
  const rest = given.reduce((left, { amount }) => left - amount.amount, order.totals.total.amount);
  const all = card && rest > 0 ? [...given, { name: card, amount: { ...order.totals.total, amount: rest } }] : given;
  if (all.length === 0) return null;
  return (
    <ul className="mt-4 grid gap-1 text-sm text-ink-soft">
      {all.map(({ name, amount }) => (
        <li key={`${name} ${amount.amount}`}>
          {text.paidWith} {name} · {money(amount)}
        </li>
      ))}
    </ul>
  );
}

export function ConfirmationView({ order, signedIn, slow }: ConfirmationViewProps) {
  const text = useTexts().confirmation;
  const { say } = useI18n();
  if (order.status === 'payment_failed' || order.status === 'cancelled') return <Ended order={order} />;
  return (
    <Container className="py-10 lg:py-14">
      <div className="mx-auto max-w-5xl">
        {order.status === 'pending_payment' ? (
          <h1 className="mb-6">{say(text.title, { number: order.number })}</h1>
        ) : null}
        <Headline order={order} slow={slow} />
        <p className="mt-6 text-center">
          <span className="text-ink-soft">{text.number}</span>{' '}
          <strong className="font-display text-2xl font-medium tracking-wide whitespace-nowrap">{order.number}</strong>
        </p>
        <div className="mt-10 grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
          <div className="grid gap-8">
            <Parcels order={order} />
            <section>
              <h2 className="mb-3 text-2xl">{text.nextTitle}</h2>
              <ol className="grid list-decimal gap-2 ps-5 text-ink-soft marker:text-ink">
                {text.next.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ol>
            </section>
          </div>
          <div className="grid gap-5">
            <section className="rounded-tile bg-sunken p-6" aria-label={text.summary}>
              <TotalsList totals={order.totals} savings={order.savings} />
              {order.payment ? <PaidWith order={order} payment={order.payment} /> : null}
              <h2 className="mt-5 mb-1 font-sans text-sm font-normal tracking-normal text-ink-soft">
                {text.deliverTo}
              </h2>
              <AddressBlock order={order} />
            </section>
            <Tile icon={<MailIcon />} title={text.lookUpTitle}>
              <p className="text-ink-soft">{text.lookUpText}</p>
              {signedIn ? (
                <LinkButton as={Link} href={`/account/orders/${order.id}`} variant="secondary">
                  {text.viewOrder}
                </LinkButton>
              ) : (
                <LinkButton as={Link} href={`/orders/look-up?number=${order.number}`} variant="secondary">
                  {text.lookUp}
                </LinkButton>
              )}
            </Tile>
            {signedIn ? null : (
              <Tile icon={<UserIcon />} title={text.accountTitle}>
                <p className="text-ink-soft">{text.accountText}</p>
                <LinkButton as={Link} href={`/register?email=${encodeURIComponent(order.email)}`} variant="secondary">
                  {text.createAccount}
                </LinkButton>
              </Tile>
            )}
            <LinkButton as={Link} href="/" variant="quiet">
              {text.keepShopping}
            </LinkButton>
          </div>
        </div>
      </div>
    </Container>
  );
}

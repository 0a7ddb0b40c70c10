import { ArrowLeftIcon, Button, Container, LockIcon, Notice, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { noticeText } from '../logic/notice-text.ts';
import { useTexts } from '../texts.ts';
import { AddressSection } from './AddressFields.tsx';
import { ContactFields } from './ContactFields.tsx';
import { busy, type Flow, type Phase } from './flow-types.ts';
import { FoldedSummary, OrderSummary } from './OrderSummary.tsx';
import { PaymentSection } from './PaymentSection.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { ShippingSection } from './ShippingSection.tsx';
import { checkoutFormId } from './use-early-entries.ts';

/** An order that waits for its payment: who gets it is settled, only the payment is left. */
function Reserved({ flow }: { flow: Flow }) {
  const text = useTexts().page;
  const { say } = useI18n();
  if (!flow.placed) return null;
  const { address } = flow;
  return (
    <div className="grid gap-4">
      <Notice tone="positive" title={say(text.reserved, { number: flow.placed.order.number })}>
        <p>{text.reservedHint}</p>
      </Notice>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 rounded-tile border border-line p-5">
        <dt className="text-ink-soft">{text.contact}</dt>
        <dd className="break-words">{flow.email}</dd>
        <dt className="text-ink-soft">{text.deliverTo}</dt>
        <dd>
          {[address.name, address.line1, address.line2, address.city, address.postcode].filter(Boolean).join(', ')}
        </dd>
      </dl>
    </div>
  );
}

export function CheckoutView({ flow }: { flow: Flow }) {
  const text = useTexts().page;
  const { say } = useI18n();
  const { checkout, phase } = flow;
  const labelOf = (running: Exclude<Phase, 'editing' | 'loading'>, name: string | null) =>
    name && (running === 'confirming' || running === 'redirecting') ? say(text.goingTo, { name }) : text[running];
  const words = useTexts().giftCards;
  const covered = flow.amount.amount === 0;
  const away = flow.method?.kind === 'redirect' && !covered ? flow.method.name : null;
  const paid = away ? say(text.payWith, { amount: flow.amount, name: away }) : say(text.pay, { amount: flow.amount });
  const resting = covered ? words.place : paid;
  const label = phase === 'editing' || phase === 'loading' ? resting : labelOf(phase, away);
  return (
    <Container className="py-6 lg:py-10">
      <p>
        <Link
          href="/cart"
          className="inline-flex items-center gap-2 py-2 text-sm text-ink-soft hover:text-ink hover:underline"
        >
          <ArrowLeftIcon />
          {text.backToCart}
        </Link>
      </p>
      <h1 className="mt-2 mb-6 lg:mb-8">{text.title}</h1>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_26rem] lg:items-start lg:gap-16">
        <form
          id={checkoutFormId}
          noValidate
          className="grid min-w-0 gap-10"
          aria-busy={busy(phase)}
          onSubmit={(event) => {
            event.preventDefault();
            flow.submit();
          }}
        >
          <FoldedSummary checkout={checkout} updating={flow.updating} />
          {checkout.notices.length > 0 ? (
            <Notice tone="caution" role="status">
              {checkout.notices.map((notice) => (
                <p key={`${notice.variantId} ${notice.message}`}>{noticeText(notice, text.notice, say)}</p>
              ))}
            </Notice>
          ) : null}
          {flow.placed ? (
            <Reserved flow={flow} />
          ) : (
            <>
              <ContactFields flow={flow} />
              <AddressSection flow={flow} />
              <ShippingSection flow={flow} />
            </>
          )}
          <PaymentSection flow={flow} />
          <div className="grid gap-4">
            {flow.problem ? <ProblemNotice problem={flow.problem} /> : null}
            <Button
              type="submit"
              variant="accent"
              size="large"
              block
              disabled={phase === 'loading'}
              busy={busy(phase)}
              className={phase === 'loading' ? 'disabled:bg-accent disabled:text-accent-ink' : ''}
            >
              {busy(phase) ? null : <LockIcon />}
              {label}
            </Button>
            <p className="text-center text-sm text-ink-soft">
              {text.terms}{' '}
              <Link href="/legal/terms" className="underline underline-offset-4">
                {text.termsLink}
              </Link>
              .
            </p>
            <span role="status" className="mh-visually-hidden">
              {busy(phase) ? label : ''}
            </span>
          </div>
        </form>
        <OrderSummary checkout={checkout} updating={flow.updating} />
      </div>
    </Container>
  );
}

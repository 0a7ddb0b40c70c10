import { Button, CardIcon, LockIcon, RadioCards, Skeleton, TextField, useI18n } from '@mallhive/ui';
import { type ChangeEvent, lazy, Suspense, useState } from 'react';
import { type CardFields, caretAfter, formatCardNumber, formatCvc, formatExpiry } from '../logic/card.ts';
import { useTexts } from '../texts.ts';
import type { Method } from '../types.ts';
import type { Flow } from './flow-types.ts';
import { GiftCards } from './GiftCards.tsx';

/** Formats as it is typed and leaves the caret behind the digit it was behind. */
function formatted(event: ChangeEvent<HTMLInputElement>, format: (value: string) => string): string {
  const input = event.currentTarget;
  const caret = input.selectionStart ?? input.value.length;
  const value = format(input.value);
  if (caret < input.value.length) {
    const digits = input.value.slice(0, caret).replace(/\D/g, '').length;
    requestAnimationFrame(() => input.setSelectionRange(caretAfter(value, digits), caretAfter(value, digits)));
  }
  return value;
}

/** Comes with Stripe's own library: only for who pays with it. */
const StripePayment = lazy(() => import('./stripe/StripePayment.tsx'));

/** The ways to pay, and what the chosen one asks for. */
export function PaymentSection({ flow }: { flow: Flow }) {
  const text = useTexts().page;
  const { say } = useI18n();
  const { methods } = flow;
  const words = useTexts().giftCards;
  // Everything is covered: no way to pay has to be chosen.
  const method = flow.amount.amount > 0 ? flow.method : undefined;
  const nameOf = ({ kind, name }: Method) =>
    kind === 'redirect' ? name : kind === 'card_form' && methods.length > 1 ? text.testCard : text.card;
  return (
    <section aria-labelledby="checkout-payment" className="grid gap-4">
      <h2 id="checkout-payment" className="text-2xl">
        {text.payment}
      </h2>
      <GiftCards flow={flow} />
      {method ? null : <p role="status">{words.covered}</p>}
      {method && methods.length > 1 ? (
        <RadioCards
          legend={text.wayToPay}
          name="payment-method"
          value={method.code}
          onChange={flow.chooseMethod}
          options={methods.map((one) => ({
            value: one.code,
            label: nameOf(one),
            description: one.kind === 'redirect' ? say(text.redirectNote, { name: one.name }) : undefined,
          }))}
        />
      ) : null}
      {method?.kind === 'card_form' ? <CardForm flow={flow} /> : null}
      {method?.code === 'stripe' && method.publishableKey && flow.phase !== 'loading' ? (
        <Suspense fallback={<Skeleton className="h-40" />}>
          <StripePayment publishableKey={method.publishableKey} flow={flow} />
        </Suspense>
      ) : null}
      {method ? (
        <p className="flex items-center gap-2 text-sm text-ink-soft">
          <LockIcon />
          {method.kind === 'redirect' ? say(text.redirectSecure, { name: method.name }) : text.secure}
        </p>
      ) : null}
    </section>
  );
}

/** Our own form: the test provider's. */
function CardForm({ flow }: { flow: Flow }) {
  const text = useTexts().page;
  const field = (name: keyof CardFields) => ({
    id: `checkout-card-${name}`,
    name: `card-${name}`,
    value: flow.card[name],
    error: flow.errors[`card.${name}`],
    inputMode: 'numeric' as const,
    required: true,
    onBlur: () => flow.touch(`card.${name}`),
  });
  return (
    <>
      <TestCards flow={flow} />
      <div className="grid grid-cols-2 gap-4">
        <div className="col-span-2">
          <TextField
            {...field('number')}
            label={text.cardNumber}
            autoComplete="cc-number"
            placeholder="1234 5678 9012 3456"
            onChange={(event) => flow.setCard({ number: formatted(event, formatCardNumber) })}
          />
        </div>
        <TextField
          {...field('expiry')}
          label={text.expiry}
          autoComplete="cc-exp"
          placeholder="08 / 29"
          onChange={(event) =>
            flow.setCard({ expiry: formatted(event, (value) => formatExpiry(value, flow.card.expiry)) })
          }
        />
        <TextField
          {...field('cvc')}
          label={text.cvc}
          autoComplete="cc-csc"
          placeholder="123"
          onChange={(event) => flow.setCard({ cvc: formatted(event, (value) => formatCvc(value, flow.card.number)) })}
        />
      </div>
    </>
  );
}

const testCards = [
  { number: '4242 4242 4242 4242', kind: 'succeeds' },
  { number: '4000 0000 0000 0002', kind: 'declined' },
  { number: '4000 0000 0000 9995', kind: 'poor' },
  { number: '4000 0000 0000 0069', kind: 'expired' },
  { number: '4000 0025 0000 3155', kind: 'second' },
] as const;

/** Any year that is still to come will do for a test card. */
const futureExpiry = () => `12 / ${String((new Date().getFullYear() + 3) % 100).padStart(2, '0')}`;

function TestCards({ flow }: { flow: Flow }) {
  const text = useTexts().page;
  const { say } = useI18n();
  const [open, setOpen] = useState(false);
  const use = (number: string) => flow.setCard({ number, expiry: futureExpiry(), cvc: '123' });
  return (
    <div className="grid gap-3 rounded-control border border-dashed border-line-strong px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-sm text-ink-soft">{text.testMode}</p>
        <Button variant="secondary" size="small" onClick={() => use(testCards[0].number)}>
          <CardIcon />
          {text.useTestCard}
        </Button>
      </div>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="text-sm font-semibold">{text.testCards}</summary>
        <ul className="mt-2 grid gap-1">
          {testCards.map(({ number, kind }) => (
            <li key={number}>
              <button
                type="button"
                className="flex w-full flex-wrap items-center gap-x-3 rounded-control px-2 py-2 text-start text-sm hover:bg-sunken"
                aria-label={say(text.fillInCard, { name: text.testCardNames[kind] })}
                onClick={() => use(number)}
              >
                <CardIcon />
                <span className="tabular-nums">{number}</span>
                <span className="text-ink-soft">{text.testCardNames[kind]}</span>
              </button>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

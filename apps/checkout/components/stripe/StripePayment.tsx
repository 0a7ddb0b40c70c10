import { useApi } from '@mallhive/api-client';
import { Checkbox, Notice, RadioCards, Skeleton, useI18n } from '@mallhive/ui';
import { Elements, PaymentElement } from '@stripe/react-stripe-js';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTexts } from '../../texts.ts';
import type { Flow } from '../flow-types.ts';
import { appearance } from './appearance.ts';
import { openStripe } from './open-stripe.ts';
import { useStripeElement } from './use-stripe-element.ts';

interface Props {
  publishableKey: string;
  flow: Flow;
}

const another = 'another';

/** Stripe's own fields, and the cards that a signed-in shopper let Stripe keep. Loaded only when Stripe is chosen. */
export default function StripePayment({ publishableKey, flow }: Props) {
  const { locale } = useI18n();
  const api = useApi();
  const { data, isLoading } = useQuery(
    api.payments.savedMethods.queryOptions(undefined, { enabled: flow.signedIn, retry: false }),
  );
  const cards = (data?.methods ?? []).filter(({ provider }) => provider === 'stripe');
  const [stripe] = useState(() => openStripe(publishableKey, locale));
  const [away, setAway] = useState(false);
  const [save, setSave] = useState(false);
  useEffect(() => {
    stripe.then((library) => setAway(library === null));
  }, [stripe]);
  const { amount, currency } = flow.amount;
  const options = useMemo(
    () => ({
      mode: 'payment' as const,
      amount,
      currency: currency.toLowerCase(),
      captureMethod: 'manual' as const,
      setupFutureUsage: save ? ('on_session' as const) : null,
      appearance: appearance(),
    }),
    [amount, currency, save],
  );
  if (away) return <NotLoaded />;
  if (isLoading) return <Skeleton className="h-40" />;
  return (
    <Elements stripe={stripe} options={options}>
      <Fields flow={flow} cards={cards} save={save} onSave={setSave} />
    </Elements>
  );
}

function NotLoaded() {
  return (
    <Notice tone="danger" role="alert">
      <p>{useTexts().page.stripe.failed}</p>
    </Notice>
  );
}

interface FieldsProps {
  flow: Flow;
  cards: { id: string; label: string; expires: string | null }[];
  save: boolean;
  onSave: (save: boolean) => void;
}

function Fields({ flow, cards, save, onSave }: FieldsProps) {
  const text = useTexts().page.stripe;
  const { say } = useI18n();
  const [chosen, setChosen] = useState(cards[0]?.id ?? another);
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading');
  const saved = cards.find(({ id }) => id === chosen);
  const { registerElement } = flow;
  const handle = useStripeElement({ savedId: saved?.id ?? null, save, signedIn: flow.signedIn });
  useEffect(() => {
    registerElement(handle);
    return () => registerElement(null);
  }, [registerElement, handle]);
  return (
    <>
      {cards.length > 0 ? (
        <RadioCards
          legend={text.yourCards}
          name="saved-card"
          value={saved ? saved.id : another}
          onChange={setChosen}
          options={[
            ...cards.map(({ id, label, expires }) => ({
              value: id,
              label,
              description: expires ? say(text.expires, { date: expires }) : undefined,
            })),
            { value: another, label: text.anotherCard },
          ]}
        />
      ) : null}
      {saved ? null : (
        <>
          {state === 'loading' ? <Skeleton className="h-40" /> : null}
          {state === 'failed' ? <NotLoaded /> : null}
          <PaymentElement onReady={() => setState('ready')} onLoadError={() => setState('failed')} />
          {flow.signedIn && !flow.placed ? (
            <Checkbox label={text.keep} checked={save} onChange={(event) => onSave(event.currentTarget.checked)} />
          ) : null}
        </>
      )}
    </>
  );
}

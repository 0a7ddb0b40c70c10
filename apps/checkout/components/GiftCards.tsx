import { Button, Checkbox, TextField, useI18n } from '@mallhive/ui';
import { type KeyboardEvent, useState } from 'react';
import { useTexts } from '../texts.ts';
import type { Flow } from './flow-types.ts';
import type { CardRefusal } from './use-balances.ts';

/** What of the order is paid with gift cards and credit. The provider is asked for the rest. */
export function GiftCards({ flow }: { flow: Flow }) {
  const text = useTexts().giftCards;
  const { say, money } = useI18n();
  const { balances, amount } = flow;
  const { shares, credit, usesCredit } = balances;
  const value = (minor: number) => ({ amount: minor, currency: amount.currency });
  if (flow.coveredBefore) {
    return <p className="rounded-control bg-sunken px-4 py-3">{say(text.restored, { amount: flow.coveredBefore })}</p>;
  }
  const used = shares.covered > 0 || shares.cards.length > 0;
  return (
    <div className="grid gap-3">
      {credit ? (
        <Checkbox
          label={say(text.useCredit, { amount: credit })}
          checked={usesCredit}
          onChange={(event) => balances.takeCredit(event.target.checked)}
        />
      ) : null}
      <details className="group rounded-control border border-line px-4 py-3">
        <summary className="font-semibold">{text.title}</summary>
        <CodeField flow={flow} />
      </details>
      {used ? (
        <div className="rounded-control bg-sunken px-4 py-3">
          <ul className="grid gap-2">
            {shares.credit.amount > 0 ? (
              <li className="flex justify-between gap-4">
                <span>{text.credit}</span>
                <span className="text-positive tabular-nums">−{money(value(shares.credit.amount))}</span>
              </li>
            ) : null}
            {shares.cards.map((card) => (
              <li key={card.code} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
                <span>
                  {say(text.card, { last4: card.last4 })}{' '}
                  <button
                    type="button"
                    className="font-semibold underline underline-offset-4"
                    aria-label={say(text.removeCard, { last4: card.last4 })}
                    onClick={() => balances.remove(card.code)}
                  >
                    {text.remove}
                  </button>
                </span>
                <span className="text-positive tabular-nums">−{money(value(card.amount))}</span>
                {card.left > 0 ? (
                  <span className="text-sm text-ink-soft">{say(text.stays, { amount: value(card.left) })}</span>
                ) : null}
              </li>
            ))}
          </ul>
          <p
            className="mt-3 flex justify-between gap-4 border-t border-line-strong pt-3 font-semibold"
            data-testid="left-to-pay"
          >
            <span>{text.rest}</span>
            <span className="tabular-nums">{money(amount)}</span>
          </p>
        </div>
      ) : null}
    </div>
  );
}

function CodeField({ flow: { balances } }: { flow: Flow }) {
  const text = useTexts().giftCards;
  const { say } = useI18n();
  const [code, setCode] = useState('');
  const [error, setError] = useState('');
  const [said, setSaid] = useState('');
  const words = (refusal: CardRefusal) =>
    typeof refusal === 'object' ? say(text.currency, { currency: refusal.currency }) : text[refusal];

  const add = async () => {
    setSaid('');
    if (code.trim() === '') return setError(text.missing);
    const refusal = await balances.add(code);
    if (refusal) return setError(words(refusal));
    setCode('');
    setError('');
    setSaid(text.added);
  };
  // Within the form of the checkout: the key adds the card and orders nothing.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (!balances.busy) void add();
  };
  return (
    <div className="mt-3 flex items-start gap-2">
      <TextField
        className="min-w-0 flex-1"
        label={text.label}
        error={error}
        value={code}
        onChange={(event) => {
          setCode(event.target.value);
          setError('');
        }}
        onKeyDown={onKeyDown}
        name="gift-card"
        placeholder={text.example}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        dir="ltr"
      />
      <Button variant="secondary" className="mt-7 shrink-0" busy={balances.busy} onClick={() => void add()}>
        {text.add}
      </Button>
      <p role="status" className="mh-visually-hidden">
        {said}
      </p>
    </div>
  );
}

import { Button, TextField, useI18n } from '@mallhive/ui';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../texts.ts';
import type { CheckedCard } from '../../types.ts';
import { Section } from '../security/Section.tsx';

/** Answers what the card is worth, or why it cannot be said. */
export type CheckCard = (code: string) => Promise<CheckedCard | 'unknown' | 'tooMany' | 'failed'>;

export function CheckGiftCard({ check }: { check: CheckCard }) {
  const text = useTexts().credit;
  const { say, date } = useI18n();
  const [code, setCode] = useState('');
  const [error, setError] = useState('');
  const [card, setCard] = useState<CheckedCard | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setCard(null);
    if (code.trim() === '') return setError(text.missing);
    setBusy(true);
    const answer = await check(code);
    setBusy(false);
    if (typeof answer === 'string') return setError(text[answer]);
    setError('');
    setCard(answer);
  };
  return (
    <Section title={text.check}>
      <p className="max-w-prose text-ink-soft">{text.checkLead}</p>
      <form onSubmit={submit} className="flex max-w-xl items-start gap-2" noValidate>
        <TextField
          className="min-w-0 flex-1"
          label={text.code}
          error={error}
          value={code}
          onChange={(event) => {
            setCode(event.target.value);
            setError('');
          }}
          name="gift-card"
          placeholder={text.example}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          dir="ltr"
        />
        <Button type="submit" variant="secondary" className="mt-7 shrink-0" busy={busy}>
          {text.ask}
        </Button>
      </form>
      <div role="status">
        {card ? (
          <p className="rounded-control bg-sunken px-4 py-3">
            <strong>
              {say(text.worth, {
                amount: { amount: card.available, currency: card.currency },
                last4: card.last4,
              })}
            </strong>
            {card.expiresAt ? <span className="block">{say(text.until, { day: date(card.expiresAt) })}</span> : null}
          </p>
        ) : null}
      </div>
    </Section>
  );
}

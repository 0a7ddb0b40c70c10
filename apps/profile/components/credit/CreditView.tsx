import { useI18n } from '@mallhive/ui';
import { useTexts } from '../../texts.ts';
import type { Credit } from '../../types.ts';
import { Section } from '../security/Section.tsx';
import { type CheckCard, CheckGiftCard } from './CheckGiftCard.tsx';

export function CreditView({ credits, check }: { credits: Credit[]; check: CheckCard }) {
  const text = useTexts().credit;
  const { money } = useI18n();
  return (
    <>
      <h1 className="mb-6">{text.title}</h1>
      <div className="grid gap-6">
        <Section title={text.own}>
          {credits.length === 0 ? (
            <div>
              <p className="font-semibold">{text.empty}</p>
              <p className="mt-1 max-w-prose text-ink-soft">{text.emptyText}</p>
            </div>
          ) : (
            credits.map((credit) => (
              <div key={credit.currency} className="grid gap-4">
                <p className="font-display text-4xl tabular-nums">
                  {money({ amount: credit.balance, currency: credit.currency })}
                </p>
                <Movements credit={credit} />
              </div>
            ))
          )}
        </Section>
        <CheckGiftCard check={check} />
      </div>
    </>
  );
}

function Movements({ credit }: { credit: Credit }) {
  const text = useTexts().credit;
  const { say, money, date } = useI18n();
  const { currency, balance, available, movements } = credit;
  const waits = balance - available;
  return (
    <>
      {waits > 0 ? (
        <p className="text-sm text-ink-soft">{say(text.waits, { amount: { amount: waits, currency } })}</p>
      ) : null}
      <h3 className="font-sans text-base font-semibold">{text.history}</h3>
      <ol className="divide-y divide-line border-y border-line">
        {movements.map((movement) => (
          <li
            key={`${movement.at} ${movement.kind} ${movement.balanceAfter}`}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-3"
          >
            <span>{text.kinds[movement.kind]}</span>
            <span className={`text-end font-semibold tabular-nums ${movement.amount > 0 ? 'text-positive' : ''}`}>
              {movement.amount > 0 ? '+' : '−'}
              {money({ amount: Math.abs(movement.amount), currency })}
            </span>
            <span className="text-sm text-ink-soft">
              {date(movement.at)}
              {movement.note ? (
                <>
                  {' · '}
                  <bdi>{movement.note}</bdi>
                </>
              ) : null}
            </span>
            <span className="text-end text-sm text-ink-soft tabular-nums">
              {say(text.balance, { amount: { amount: movement.balanceAfter, currency } })}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

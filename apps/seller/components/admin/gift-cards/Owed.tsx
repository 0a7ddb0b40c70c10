import { formatMoney } from '@mallhive/ui';
import { giftCardMessages } from '../../../messages/gift-cards.ts';
import type { GiftCards } from '../../../types.ts';

const text = giftCardMessages.owed;

/** What the shop owes to everybody who holds a card or has credit. */
export function Owed({ owed }: { owed: GiftCards['owed'] }) {
  return (
    <section aria-labelledby="owed" className="mb-6 rounded-tile border border-line bg-surface p-5">
      <h2 id="owed" className="mb-3 text-xl">
        {text.title}
      </h2>
      {owed.length === 0 ? <p className="text-ink-soft">{text.none}</p> : null}
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        {owed.map(({ kind, currency, balance, held }) => (
          <div key={`${kind} ${currency}`}>
            <dt className="text-sm text-ink-soft">{text[kind]}</dt>
            <dd className="text-lg font-semibold tabular-nums">{formatMoney({ amount: balance, currency })}</dd>
            {held > 0 ? (
              <dd className="text-sm text-ink-soft">
                {giftCardMessages.held(formatMoney({ amount: held, currency }))}
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </section>
  );
}

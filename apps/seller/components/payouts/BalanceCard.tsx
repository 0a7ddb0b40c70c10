import { formatMoney } from '@mallhive/ui';
import { dayOf } from '../../logic/days.ts';
import { barOf } from '../../logic/share.ts';
import { payoutMessages } from '../../messages/payouts.ts';
import type { Balance } from '../../types.ts';
import { Panel } from '../PageHead.tsx';

const text = payoutMessages.balance;
const colours = { available: 'bg-positive', held: 'bg-caution', onTheWay: 'bg-ink-soft' } as const;
const strokes = { available: 'fill-positive', held: 'fill-caution', onTheWay: 'fill-ink-soft' } as const;
const parts = ['available', 'held', 'onTheWay'] as const;

/** A seller's money in one currency: figures, and the same as one bar. */
export function BalanceCard({ balance, holdDays }: { balance: Balance; holdDays: number }) {
  const { currency, available, nextRelease } = balance;
  const say = (amount: number) => formatMoney({ amount, currency });
  const hints = {
    available: available < 0 ? text.owedHint : text.availableHint,
    held: nextRelease ? text.nextHint(dayOf(nextRelease)) : text.heldHint(holdDays),
    onTheWay: text.onTheWayHint,
  };
  const widths = barOf(parts.map((part) => balance[part]));
  const label = text.chart(say(available), say(balance.held), say(balance.onTheWay));
  return (
    <Panel title={text.title(currency)}>
      <svg
        className="h-3 w-full rounded-full bg-sunken"
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {parts.map((part, index) => {
          const start = widths.slice(0, index).reduce((sum, width) => sum + width, 0);
          return <rect key={part} className={strokes[part]} x={start} y={0} width={widths[index]} height={4} />;
        })}
      </svg>
      <dl className="mt-5 grid gap-5 sm:grid-cols-3">
        {parts.map((part) => (
          <div key={part} className="min-w-0">
            <dt className="flex items-center gap-2 text-sm font-semibold text-ink-soft">
              <span className={`size-2.5 rounded-full ${colours[part]}`} aria-hidden="true" />
              {text[part]}
            </dt>
            <dd className={`mt-1 text-2xl font-semibold tabular-nums ${balance[part] < 0 ? 'text-danger' : ''}`}>
              {say(balance[part])}
            </dd>
            <dd className="mt-1 text-sm text-ink-soft">{hints[part]}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

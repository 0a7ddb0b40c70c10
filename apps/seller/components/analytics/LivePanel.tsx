import { formatMoney, StatTile } from '@mallhive/ui';
import { changePercent, hourLabel } from '../../logic/figures.ts';
import { analyticsMessages } from '../../messages/analytics.ts';
import { Loaded } from '../Loaded.tsx';
import { Panel } from '../PageHead.tsx';
import { type Live, type Scope, useLive } from './scope.ts';
import { TrendChart } from './TrendChart.tsx';

const text = analyticsMessages.live;
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const names = { now: 'Today', before: 'Yesterday' };

function Today({ live }: { live: Live }) {
  const { today, yesterday, weekAgo, currency, hours, top } = live;
  const money = (amount: number) => formatMoney({ amount, currency });
  const tiles = [
    [text.sales, money(today.total), today.total, yesterday.total, money(yesterday.total), money(weekAgo.total)],
    [
      text.orders,
      analyticsMessages.number(today.orders),
      today.orders,
      yesterday.orders,
      String(yesterday.orders),
      String(weekAgo.orders),
    ],
  ] as const;
  return (
    <Panel title={text.title} lead={text.at(clock.format(new Date(live.at)))}>
      <div className="grid gap-5 lg:grid-cols-2">
        <div className="grid content-start gap-4">
          <div className="grid grid-cols-2 gap-3">
            {tiles.map(([label, value, now, before, ofYesterday, ofWeek]) => (
              <StatTile
                key={label}
                label={label}
                value={value}
                changePercent={changePercent(now, before)}
                changeLabel=""
              >
                <span className="text-sm text-ink-soft">{text.yesterday(ofYesterday)}</span>
                <span className="text-sm text-ink-soft">{text.weekAgo(ofWeek)}</span>
              </StatTile>
            ))}
          </div>
          <p className="text-sm text-ink-soft">
            {text.pace}: <strong className="text-ink tabular-nums">{live.ordersPerMinute.toFixed(2)}</strong>
          </p>
          <div>
            <h3 className="mb-1 font-semibold">{text.top}</h3>
            {top.length === 0 ? <p className="text-sm text-ink-soft">{text.none}</p> : null}
            <ol className="divide-y divide-line text-sm">
              {top.map((product) => (
                <li key={product.productId} className="flex justify-between gap-4 py-2">
                  <span className="min-w-0 break-words">{product.title}</span>
                  <span className="shrink-0 text-ink-soft tabular-nums">
                    {product.units} · {money(product.revenue)}
                  </span>
                </li>
              ))}
            </ol>
          </div>
        </div>
        <TrendChart
          title={text.title}
          names={names}
          width={420}
          points={hours.map((row) => ({
            key: String(row.hour),
            label: hourLabel(row.hour),
            now: row.today,
            before: row.yesterday,
            unusual: false,
          }))}
          say={money}
          axis={(amount) => formatMoney({ amount, currency }, { whole: true })}
        />
      </div>
    </Panel>
  );
}

/** The day under way; asks again every quarter of a minute. */
export function LivePanel({ scope }: { scope: Scope }) {
  return <Loaded query={useLive(scope)}>{(live) => <Today live={live} />}</Loaded>;
}

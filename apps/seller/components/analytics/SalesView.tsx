import { EmptyState, formatMoney, StatTile } from '@mallhive/ui';
import { countryName } from '../../logic/countries.ts';
import { decimalOf } from '../../logic/csv.ts';
import { changePercent, dateLabel } from '../../logic/figures.ts';
import { toPoints } from '../../logic/period.ts';
import { analyticsMessages as text } from '../../messages/analytics.ts';
import { Panel } from '../PageHead.tsx';
import { Change } from './Change.tsx';
import { FigureTable } from './FigureTable.tsx';
import { ShareBar } from './ShareBar.tsx';
import type { Sales } from './scope.ts';
import { TrendChart } from './TrendChart.tsx';

/** From here on a tile of a phone has no room for the smaller unit. */
const large = 10_000_000;
const average = ({ net, orders }: Sales['totals']) => (orders > 0 ? Math.round(net / orders) : 0);
const nameOf = (country: string) => (country === 'ZZ' ? text.unknownCountry : countryName(country));

function Tiles({ sales: { totals, totalsBefore, currency } }: { sales: Sales }) {
  const money = (amount: number) => formatMoney({ amount, currency }, { whole: Math.abs(amount) >= large });
  const tiles = [
    [text.tiles.net, totals.net, totalsBefore.net, money],
    [text.tiles.orders, totals.orders, totalsBefore.orders, text.number],
    [text.tiles.average, average(totals), average(totalsBefore), money],
    [text.tiles.units, totals.units, totalsBefore.units, text.number],
  ] as const;
  const rest = [
    [text.tiles.gross, totals.gross],
    [text.tiles.discount, -totals.discount],
    [text.tiles.shipping, totals.shipping],
    [text.tiles.refunded, -totals.refunded],
    [text.tiles.tax, totals.tax],
  ] as const;
  return (
    <>
      <div className="grid grid-cols-2 gap-3 xl:grid-cols-4 xl:gap-5">
        {tiles.map(([label, now, before, say]) => (
          <StatTile
            key={label}
            label={label}
            value={say(now)}
            changePercent={changePercent(now, before)}
            changeLabel={text.against}
          />
        ))}
      </div>
      <Panel>
        <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-5">
          {rest.map(([label, amount]) => (
            <div key={label}>
              <dt className="text-sm text-ink-soft">{label}</dt>
              <dd className="font-semibold tabular-nums">{formatMoney({ amount: amount || 0, currency })}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-sm text-ink-soft">{text.netHint}</p>
      </Panel>
    </>
  );
}

interface SalesViewProps {
  sales: Sales;
  /** Names of categories by id. */
  categoryNames: ReadonlyMap<string, string>;
}

/** Money by day, country and category. */
export function SalesView({ sales, categoryNames }: SalesViewProps) {
  const { currency, days, countries, categories, totals, totalsBefore, from, to } = sales;
  if (totals.orders === 0 && totals.refunded === 0 && totalsBefore.orders === 0)
    return <EmptyState title={text.nothing}>{text.nothingText}</EmptyState>;
  const money = (amount: number) => formatMoney({ amount, currency });
  const whole = (amount: number) => formatMoney({ amount, currency }, { whole: true });
  const points = toPoints(days, dateLabel);
  const unusual = days.filter((day) => day.unusual !== null);
  const file = (name: string) => `${name}-${from}-${to}`;
  const most = Math.max(1, ...countries.map(({ net }) => net));
  const mostOfCategory = Math.max(1, ...categories.map(({ revenue }) => revenue));
  const title = points.length < days.length ? text.chart.week : text.chart.title;
  return (
    <div className="grid gap-5">
      <Tiles sales={sales} />
      <Panel title={title}>
        <TrendChart title={title} points={points} say={money} axis={whole} />
      </Panel>
      <div className="grid items-start gap-5 2xl:grid-cols-2">
        <FigureTable
          title={text.countries}
          file={file('countries')}
          rows={countries}
          rowKey={({ country }) => country}
          columns={[
            { key: 'country', label: text.country, value: ({ country }) => nameOf(country) },
            { key: 'orders', label: text.tiles.orders, align: 'end', value: ({ orders }) => orders },
            {
              key: 'net',
              label: text.tiles.net,
              align: 'end',
              value: ({ net }) => decimalOf(net),
              render: ({ net }) => (
                <span className="flex items-center justify-end gap-3">
                  <ShareBar share={net / most} />
                  {money(net)}
                </span>
              ),
            },
            {
              key: 'before',
              label: text.before,
              align: 'end',
              value: ({ netBefore }) => decimalOf(netBefore),
              render: ({ net, netBefore }) => <Change now={net} before={netBefore} />,
            },
          ]}
        />
        <FigureTable
          title={text.categories}
          file={file('categories')}
          rows={categories}
          rowKey={({ categoryId }) => categoryId ?? ''}
          columns={[
            {
              key: 'category',
              label: text.category,
              value: ({ categoryId }) => (categoryId && categoryNames.get(categoryId)) || text.noCategory,
            },
            { key: 'units', label: text.tiles.units, align: 'end', value: ({ units }) => units },
            {
              key: 'revenue',
              label: text.revenue,
              align: 'end',
              value: ({ revenue }) => decimalOf(revenue),
              render: ({ revenue }) => (
                <span className="flex items-center justify-end gap-3">
                  <ShareBar share={revenue / mostOfCategory} />
                  {money(revenue)}
                </span>
              ),
            },
            {
              key: 'before',
              label: text.before,
              align: 'end',
              value: ({ revenueBefore }) => decimalOf(revenueBefore),
              render: ({ revenue, revenueBefore }) => <Change now={revenue} before={revenueBefore} />,
            },
          ]}
        />
      </div>
      {unusual.length > 0 ? (
        <FigureTable
          title={text.unusual.title}
          lead={text.unusual.lead}
          file={file('unusual-days')}
          rows={unusual}
          rowKey={({ day }) => day}
          columns={[
            { key: 'day', label: text.chart.day, value: ({ day }) => day, render: ({ day }) => dateLabel(day) },
            {
              key: 'kind',
              label: text.unusual.kind,
              value: ({ unusual: kind }) => (kind === 'high' ? text.unusual.high : text.unusual.low),
            },
            {
              key: 'net',
              label: text.unusual.sold,
              align: 'end',
              value: ({ net }) => decimalOf(net),
              render: ({ net }) => money(net),
            },
            {
              key: 'usual',
              label: text.unusual.usual,
              align: 'end',
              value: ({ usual }) => (usual === null ? null : decimalOf(usual)),
              render: ({ usual }) => (usual === null ? '–' : money(usual)),
            },
          ]}
        />
      ) : null}
      <FigureTable
        title={text.days}
        file={file('sales-by-day')}
        rows={days.toReversed()}
        rowKey={({ day }) => day}
        columns={[
          { key: 'day', label: text.chart.day, value: ({ day }) => day, render: ({ day }) => dateLabel(day) },
          { key: 'orders', label: text.tiles.orders, align: 'end', value: ({ orders }) => orders },
          { key: 'units', label: text.tiles.units, align: 'end', value: ({ units }) => units },
          ...(['gross', 'discount', 'shipping', 'refunded', 'tax', 'net'] as const).map((key) => ({
            key,
            label: text.tiles[key],
            align: 'end' as const,
            value: (row: Sales['days'][number]) => decimalOf(row[key]),
            render: (row: Sales['days'][number]) => money(row[key]),
          })),
        ]}
      />
    </div>
  );
}

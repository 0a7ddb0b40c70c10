import { EmptyState, formatMoney, Skeleton, StatTile, TruckIcon } from '@mallhive/ui';
import { BarChart } from '@mallhive/ui/charts';
import Link from 'next/link';
import { changePercent, dateLabel } from '../logic/figures.ts';
import { messages } from '../messages.ts';
import type { OrderRow, Today } from '../types.ts';
import { HourlyChart } from './HourlyChart.tsx';
import { Rows } from './Loaded.tsx';
import { OrderList } from './OrderList.tsx';

const text = messages.today;
const panel = 'rounded-tile border border-line bg-surface p-5 sm:p-6';

function Figures({ today }: { today: Today }) {
  const money = (amount: number) => formatMoney({ amount, currency: today.currency });
  const tiles = [
    [text.revenue, 'revenue', money],
    [text.orders, 'orders', String],
    [text.units, 'units', String],
    [text.views, 'productViews', String],
  ] as const;
  return (
    <div className="grid grid-cols-2 gap-3 xl:grid-cols-4 xl:gap-5">
      {tiles.map(([label, key, say]) => (
        <StatTile
          key={key}
          label={label}
          value={say(today.today[key])}
          changePercent={changePercent(today.today[key], today.yesterday[key])}
          changeLabel={text.against}
        >
          <span className="text-sm text-ink-soft">{text.yesterday(say(today.yesterday[key]))}</span>
        </StatTile>
      ))}
    </div>
  );
}

function Daily({ today }: { today: Today }) {
  const revenue = today.daily.reduce((sum, day) => sum + day.revenue, 0);
  const orders = today.daily.reduce((sum, day) => sum + day.orders, 0);
  const money = (amount: number) => formatMoney({ amount, currency: today.currency }, { whole: true });
  return (
    <section className={panel} aria-labelledby="daily">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="daily" className="text-xl">
          {text.daily}
        </h2>
        <p className="text-sm text-ink-soft">{text.dailyTotal(money(revenue), orders)}</p>
      </div>
      <BarChart
        label={text.daily}
        points={today.daily.map((day) => ({ label: dateLabel(day.date), value: day.revenue }))}
        format={money}
      />
    </section>
  );
}

function Top({ today }: { today: Today }) {
  return (
    <section className={panel} aria-labelledby="top-products">
      <h2 id="top-products" className="mb-3 text-xl">
        {text.top}
      </h2>
      {today.topProducts.length === 0 ? <p className="text-ink-soft">{text.topEmpty}</p> : null}
      <ol className="divide-y divide-line">
        {today.topProducts.map((product) => (
          <li key={product.productId} className="flex items-baseline justify-between gap-4 py-3">
            <Link href={`/products/${product.productId}`} className="min-w-0 font-medium hover:underline">
              {product.title}
            </Link>
            <span className="shrink-0 text-right text-sm text-ink-soft tabular-nums">
              {text.units30(product.units)} · {formatMoney({ amount: product.revenue, currency: today.currency })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

export interface OverviewProps {
  today: Today;
  /** Undefined while it is on its way. */
  toFulfil: readonly OrderRow[] | undefined;
  /** Variants that run low and that are sold out. Undefined while it is on its way, and when it cannot be had. */
  stock: { low: number; out: number } | undefined;
}

/** Nothing to say when there is enough of everything. */
function StockNotice({ low, out }: { low: number; out: number }) {
  if (low + out === 0) return null;
  return (
    <section
      aria-label={text.stock.title}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-tile border border-line bg-surface px-5 py-4"
    >
      <span className="font-semibold">{text.stock.title}</span>
      {low > 0 ? (
        <Link href="/stock?state=low" className="text-caution underline underline-offset-4">
          {text.stock.low(low)}
        </Link>
      ) : null}
      {out > 0 ? (
        <Link href="/stock?state=out" className="text-danger underline underline-offset-4">
          {text.stock.out(out)}
        </Link>
      ) : null}
    </section>
  );
}

export function Overview({ today, toFulfil, stock }: OverviewProps) {
  return (
    <div className="grid gap-5">
      <Figures today={today} />
      {stock ? <StockNotice {...stock} /> : null}
      <div className="grid gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className={panel}>
          <HourlyChart hourly={today.hourly} currency={today.currency} />
        </div>
        <section className={panel} aria-labelledby="to-fulfil">
          <div className="mb-3 flex items-baseline justify-between gap-4">
            <h2 id="to-fulfil" className="text-xl">
              {text.toFulfil}
            </h2>
            {toFulfil && toFulfil.length > 0 ? (
              <Link href="/orders?status=to_fulfil" className="text-sm font-semibold underline underline-offset-4">
                {text.allToFulfil}
              </Link>
            ) : null}
          </div>
          {toFulfil ? null : <Rows count={4} />}
          {toFulfil && toFulfil.length > 0 ? <OrderList orders={toFulfil} /> : null}
          {toFulfil?.length === 0 ? <EmptyState level={3} icon={<TruckIcon />} title={text.toFulfilEmpty} /> : null}
        </section>
      </div>
      <div className="grid gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Daily today={today} />
        <Top today={today} />
      </div>
    </div>
  );
}

export function OverviewSkeleton() {
  return (
    <div className="grid gap-5">
      <div className="grid grid-cols-2 gap-3 xl:grid-cols-4 xl:gap-5">
        {['a', 'b', 'c', 'd'].map((key) => (
          <Skeleton key={key} className="h-36" />
        ))}
      </div>
      <Skeleton className="h-80" />
      <Skeleton className="h-80" />
    </div>
  );
}

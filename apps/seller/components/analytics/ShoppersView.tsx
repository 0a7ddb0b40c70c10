import { EmptyState, formatMoney, StatTile } from '@mallhive/ui';
import { BarChart } from '@mallhive/ui/charts';
import { decimalOf } from '../../logic/csv.ts';
import { analyticsMessages } from '../../messages/analytics.ts';
import { Panel } from '../PageHead.tsx';
import { FigureTable } from './FigureTable.tsx';
import type { Scope, Shoppers } from './scope.ts';

const text = analyticsMessages.shoppers;
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const monthName = (day: string) => month.format(new Date(`${day}T00:00:00Z`));

/** Darker is more; the share stands in the cell, so that nobody needs the colour. */
const shades = [
  [0.6, 'bg-accent text-accent-ink'],
  [0.4, 'bg-accent/80 text-accent-ink'],
  [0.25, 'bg-accent/35'],
  [0.1, 'bg-accent/20'],
  [0, 'bg-accent/10'],
] as const;
const shadeOf = (share: number) => (share > 0 ? (shades.find(([least]) => share >= least)?.[1] ?? '') : '');

type Cohort = Shoppers['cohorts'][number];

export function ShoppersView({ shoppers, scope }: { shoppers: Shoppers; scope: Scope }) {
  const { cohorts, months, currency } = shoppers;
  if (months.length === 0)
    return <EmptyState title={analyticsMessages.nothing}>{analyticsMessages.nothingText}</EmptyState>;
  const money = (amount: number) => formatMoney({ amount, currency }, { whole: true });
  const offsets = Array.from({ length: Math.max(0, ...cohorts.map(({ after }) => after.length)) }, (_, index) => index);
  const first = [
    {
      key: 'month',
      label: text.first,
      value: (row: Cohort) => row.month.slice(0, 7),
      render: (row: Cohort) => monthName(row.month),
    },
    { key: 'shoppers', label: text.all, align: 'end' as const, value: (row: Cohort) => row.shoppers },
  ];
  const file = (name: string) => `${name}-${scope.from}-${scope.to}`;
  return (
    <div className="grid gap-5">
      <div className="grid grid-cols-2 gap-3 xl:gap-5">
        <StatTile label={text.new} value={analyticsMessages.number(shoppers.shoppers)} />
        <StatTile
          label={text.repeat}
          value={analyticsMessages.percent(shoppers.repeaters / Math.max(1, shoppers.shoppers))}
        >
          <span className="text-sm text-ink-soft">{text.repeatHint}</span>
        </StatTile>
      </div>
      <Panel title={text.months}>
        <BarChart
          label={text.months}
          points={months.map((row) => ({ label: monthName(row.month), value: row.shoppers }))}
          format={analyticsMessages.number}
        />
      </Panel>
      <FigureTable
        title={text.months}
        file={file('shoppers-by-month')}
        rows={months}
        rowKey={(row) => row.month}
        columns={[
          {
            key: 'month',
            label: text.month,
            value: (row) => row.month.slice(0, 7),
            render: (row) => monthName(row.month),
          },
          { key: 'shoppers', label: text.all, align: 'end', value: (row) => row.shoppers },
          { key: 'returning', label: text.returning, align: 'end', value: (row) => row.returning },
        ]}
      />
      <FigureTable
        title={text.cohorts}
        lead={text.cohortsLead}
        file={file('cohorts')}
        rows={cohorts}
        rowKey={(row) => row.month}
        columns={[
          ...first,
          ...offsets.map((offset) => ({
            key: String(offset),
            label: text.after(offset),
            align: 'end' as const,
            value: (row: Cohort) => row.after[offset]?.shoppers ?? null,
            render: (row: Cohort) => {
              const cell = row.after[offset];
              if (!cell) return null;
              const share = cell.shoppers / Math.max(1, row.shoppers);
              return (
                <span
                  className={`inline-block min-w-14 rounded-md px-2 py-1 text-center ${shadeOf(share)}`}
                  title={`${cell.shoppers}, ${money(cell.total)}`}
                >
                  {analyticsMessages.percent(Math.round(share * 100) / 100)}
                </span>
              );
            },
          })),
        ]}
      />
      <FigureTable
        title={text.money}
        lead={text.moneyLead}
        file={file('cohorts-money')}
        rows={cohorts}
        rowKey={(row) => row.month}
        columns={[
          ...first,
          ...offsets.map((offset) => ({
            key: String(offset),
            label: text.after(offset),
            align: 'end' as const,
            value: (row: Cohort) => (row.after[offset] ? decimalOf(row.after[offset].total) : null),
            render: (row: Cohort) => (row.after[offset] ? money(row.after[offset].total) : null),
          })),
        ]}
      />
    </div>
  );
}

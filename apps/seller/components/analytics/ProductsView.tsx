import { formatMoney } from '@mallhive/ui';
import { decimalOf } from '../../logic/csv.ts';
import { analyticsMessages as text } from '../../messages/analytics.ts';
import { Change } from './Change.tsx';
import { FigureTable } from './FigureTable.tsx';
import { ShareBar } from './ShareBar.tsx';
import type { ProductSales, Scope } from './scope.ts';

/** What sold best, and what fell. */
export function ProductsView({ sales, scope }: { sales: ProductSales; scope: Scope }) {
  const money = (amount: number) => formatMoney({ amount, currency: sales.currency });
  const most = Math.max(1, ...sales.top.map(({ revenue }) => revenue));
  const lists = [
    { id: 'top', title: text.top, lead: undefined, rows: sales.top },
    { id: 'falling', title: text.falling, lead: text.fallingLead, rows: sales.falling },
  ];
  return (
    <div className="grid items-start gap-5 2xl:grid-cols-2">
      {lists.map(({ id, title, lead, rows }) => (
        <FigureTable
          key={id}
          title={title}
          lead={lead}
          file={`products-${id}-${scope.from}-${scope.to}`}
          rows={rows}
          rowKey={({ productId }) => productId}
          columns={[
            { key: 'product', label: text.product, value: ({ title }) => title },
            { key: 'units', label: text.tiles.units, align: 'end', value: ({ units }) => units },
            {
              key: 'revenue',
              label: text.revenue,
              align: 'end',
              value: ({ revenue }) => decimalOf(revenue),
              render: ({ revenue }) => (
                <span className="flex items-center justify-end gap-3">
                  <ShareBar share={revenue / most} />
                  {money(revenue)}
                </span>
              ),
            },
            {
              key: 'before',
              label: text.before,
              align: 'end',
              value: ({ revenueBefore }) => decimalOf(revenueBefore),
              render: ({ revenueBefore }) => money(revenueBefore),
            },
            {
              key: 'change',
              label: text.change,
              align: 'end',
              value: ({ revenue, revenueBefore }) => decimalOf(revenue - revenueBefore),
              render: ({ revenue, revenueBefore }) => <Change now={revenue} before={revenueBefore} />,
            },
          ]}
        />
      ))}
    </div>
  );
}

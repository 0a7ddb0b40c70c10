import { EmptyState, formatMoney, StatTile } from '@mallhive/ui';
import { decimalOf } from '../../logic/csv.ts';
import { changePercent } from '../../logic/figures.ts';
import { analyticsMessages } from '../../messages/analytics.ts';
import { Loaded } from '../Loaded.tsx';
import { Change } from './Change.tsx';
import { FigureTable } from './FigureTable.tsx';
import { ShareBar } from './ShareBar.tsx';
import { type Funnel, type Scope, useFunnel, useViewed, type ViewedProducts } from './scope.ts';

const text = analyticsMessages.funnel;
const viewedText = analyticsMessages.viewed;
const steps = ['visits', 'viewed', 'carted', 'checkedOut', 'ordered'] as const;
const { number, percent } = analyticsMessages;
const shareOf = (part: number, whole: number) => (whole > 0 ? part / whole : 0);

function Steps({
  funnel: { total, before, rows },
  by,
  file,
}: {
  funnel: Funnel;
  by: 'device' | 'source';
  file: string;
}) {
  if (total.visits === 0)
    return <EmptyState title={analyticsMessages.nothing}>{analyticsMessages.nothingText}</EmptyState>;
  const abandoned = (row: Funnel['total']) => row.carted - row.ordered;
  return (
    <div className="grid gap-5">
      <div className="grid grid-cols-2 gap-3 xl:grid-cols-3 xl:gap-5">
        <StatTile
          label={text.steps.visits}
          value={number(total.visits)}
          changePercent={changePercent(total.visits, before.visits)}
          changeLabel={analyticsMessages.against}
        />
        <StatTile label={text.conversion} value={percent(shareOf(total.ordered, total.visits))} />
        <StatTile
          label={text.abandoned}
          value={number(abandoned(total))}
          changePercent={changePercent(abandoned(total), abandoned(before))}
          changeLabel={analyticsMessages.against}
        />
      </div>
      <FigureTable
        title={text.title}
        lead={text.lead}
        file={`funnel-${file}`}
        rows={steps}
        rowKey={(step) => step}
        columns={[
          { key: 'step', label: text.step, value: (step) => text.steps[step] },
          {
            key: 'count',
            label: text.count,
            align: 'end',
            value: (step) => total[step],
            render: (step) => (
              <span className="flex items-center justify-end gap-3">
                <ShareBar share={shareOf(total[step], total.visits)} />
                {number(total[step])}
              </span>
            ),
          },
          {
            key: 'share',
            label: text.share,
            align: 'end',
            value: (step) => shareOf(total[step], total.visits),
            render: (step) => percent(shareOf(total[step], total.visits)),
          },
          {
            key: 'before',
            label: text.before,
            align: 'end',
            value: (step) => before[step],
            render: (step) => <Change now={total[step]} before={before[step]} />,
          },
        ]}
      />
      <FigureTable
        title={text.by[by]}
        file={`visits-${by}-${file}`}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'key', label: text.key[by], value: (row) => row.key },
          ...steps.map((step) => ({
            key: step,
            label: text.steps[step],
            align: 'end' as const,
            value: (row: Funnel['rows'][number]) => row[step],
          })),
        ]}
      />
    </div>
  );
}

function Viewed({ viewed, file }: { viewed: ViewedProducts; file: string }) {
  const money = (amount: number | null) => (amount === null ? '–' : formatMoney({ amount, currency: viewed.currency }));
  return (
    <FigureTable
      title={viewedText.title}
      lead={viewedText.lead}
      file={`views-${file}`}
      rows={viewed.products}
      rowKey={(row) => row.productId}
      columns={[
        { key: 'product', label: analyticsMessages.product, value: (row) => row.title ?? viewedText.noTitle },
        { key: 'views', label: viewedText.views, align: 'end', value: (row) => row.views },
        { key: 'adds', label: viewedText.adds, align: 'end', value: (row) => row.adds },
        { key: 'orders', label: viewedText.orders, align: 'end', value: (row) => row.orders },
        {
          key: 'conversion',
          label: viewedText.conversion,
          align: 'end',
          value: (row) => row.conversion,
          render: (row) => percent(row.conversion),
        },
        { key: 'soldOut', label: viewedText.soldOut, align: 'end', value: (row) => row.soldOutViews },
        {
          key: 'lost',
          label: viewedText.lost,
          align: 'end',
          value: (row) => (row.lost === null ? null : decimalOf(row.lost)),
          render: (row) => money(row.lost),
        },
      ]}
    />
  );
}

/** What visitors do, and where they stop. */
export function TrafficView({ scope }: { scope: Scope }) {
  const by = 'device' as const;
  const file = `${scope.from}-${scope.to}`;
  const funnel = useFunnel(scope, by);
  const viewed = useViewed(scope);
  return (
    <div className="grid gap-5">
      <Loaded query={funnel}>{(answer) => <Steps funnel={answer} by={by} file={file} />}</Loaded>
      <Loaded query={viewed}>{(answer) => <Viewed viewed={answer} file={file} />}</Loaded>
    </div>
  );
}

import type { RouterOutputs } from '@mallhive/api-client';
import { type Column, EmptyState, Notice, StatTile, Table } from '@mallhive/ui';
import { LineChart } from '@mallhive/ui/charts';
import { searchMessages as text } from '../../messages/search.ts';
import { Panel } from '../PageHead.tsx';

export type Analytics = RouterOutputs['search']['analytics'];
type Figures = Analytics['top'][number];

const { columns, number } = text;
const query: Column<Figures> = {
  key: 'query',
  label: columns.query,
  render: (row) => (
    <span dir="auto" className="break-words">
      {row.query}
    </span>
  ),
};
const searches: Column<Figures> = {
  key: 'searches',
  label: columns.searches,
  align: 'end',
  render: (row) => number(row.searches),
};
const opened: Column<Figures>[] = [
  {
    key: 'opened',
    label: columns.opened,
    align: 'end',
    render: (row) => text.percent(row.clicks / Math.max(row.searches, row.clicks, 1)),
  },
  {
    key: 'position',
    label: <abbr title={text.placeHint}>{columns.position}</abbr>,
    align: 'end',
    render: (row) => row.averagePosition?.toFixed(1) ?? '–',
  },
];
const results: Column<Figures> = {
  key: 'results',
  label: columns.results,
  align: 'end',
  render: (row) => number(row.lastTotal),
};
const nothing: Column<Figures> = {
  key: 'nothing',
  label: columns.nothing,
  align: 'end',
  render: (row) => number(row.nothing),
};

function Queries({
  title,
  lead,
  rows,
  shown,
}: {
  title: string;
  lead?: string;
  rows: Figures[];
  shown: Column<Figures>[];
}) {
  return (
    <Panel title={title} lead={lead}>
      <div className="max-h-112 overflow-y-auto">
        <Table
          caption={title}
          columns={shown}
          rows={rows}
          rowKey={(row) => row.query}
          empty={<EmptyState title={text.none} level={3} />}
        />
      </div>
    </Panel>
  );
}

/** What was searched, opened and not found. */
export function SearchFigures({ analytics }: { analytics: Analytics }) {
  const { totals, days, top, nothingFound, ignored, engine } = analytics;
  const share = totals.clicks / Math.max(totals.searches, totals.clicks, 1);
  return (
    <div className="grid gap-5">
      {engine.state === 'fallback' ? (
        <Notice tone="caution">{text.engines.fallback(engine.name)}</Notice>
      ) : (
        <p className="text-sm text-ink-soft">
          {engine.state === 'own' ? text.engines.own : text.engines.outside(engine.name)}
        </p>
      )}
      <div className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        <StatTile label={text.tiles.searches} value={number(totals.searches)} />
        <StatTile label={text.tiles.clickRate} value={text.percent(share)} />
        <StatTile label={text.tiles.nothing} value={number(totals.nothing)} />
        <StatTile label={text.tiles.corrected} value={number(totals.corrected)} />
      </div>
      <Panel title={text.chart}>
        <LineChart
          label={text.chart}
          points={days.map(({ day, searches: value }) => ({ label: `${day.slice(8)}.${day.slice(5, 7)}.`, value }))}
          format={number}
        />
      </Panel>
      <div className="grid gap-5 2xl:grid-cols-2">
        <Queries title={text.top} rows={top} shown={[query, searches, results, ...opened]} />
        <div className="grid content-start gap-5">
          <Queries title={text.nothing} lead={text.nothingLead} rows={nothingFound} shown={[query, nothing, results]} />
          {ignored.length > 0 ? (
            <Queries title={text.ignored} rows={ignored} shown={[query, searches, ...opened]} />
          ) : null}
        </div>
      </div>
    </div>
  );
}

import { Button, cx, Skeleton } from '@mallhive/ui';
import type { ReactNode } from 'react';
import { frameMessages } from '../../messages/frame.ts';
import type { Selection } from './use-selection.ts';

const text = frameMessages.table;

export interface DataColumn<Row> {
  key: string;
  label: ReactNode;
  render: (row: Row) => ReactNode;
  align?: 'start' | 'end';
  /** Tailwind classes of the cells: widths, or hiding on narrow screens. */
  className?: string;
}

interface DataTableProps<Row> {
  caption: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** What a row is called by a screen reader. */
  rowName: (row: Row) => string;
  columns: readonly DataColumn<Row>[];
  /** Without it rows cannot be selected. */
  selection?: Selection;
  /** Buttons that act on the selection. */
  actions?: ReactNode;
  /** A row on a phone, where columns do not fit. The selection box is drawn beside it. */
  card: (row: Row) => ReactNode;
}

const box = 'size-5 cursor-pointer accent-(--mh-accent-strong)';

/** Rows as a table, on a phone as cards; while something is selected, a bar with what can be done with it. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, rows, rowKey, rowName, columns, selection, actions, card } = props;
  const keys = rows.map(rowKey);
  const all = selection !== undefined && keys.length > 0 && keys.every((key) => selection.has(key));
  const some = selection !== undefined && !all && keys.some((key) => selection.has(key));
  const chosen = (row: Row) =>
    selection ? (
      <input
        type="checkbox"
        className={box}
        aria-label={text.select(rowName(row))}
        checked={selection.has(rowKey(row))}
        onChange={() => selection.toggle(rowKey(row))}
      />
    ) : null;
  const chooseAll = selection ? (
    <input
      type="checkbox"
      className={box}
      aria-label={text.selectAll}
      checked={all}
      ref={(input) => {
        if (input) input.indeterminate = some;
      }}
      onChange={() => selection.setAll(keys, !all)}
    />
  ) : null;
  return (
    <div className="rounded-tile border border-line bg-surface">
      {selection && selection.count > 0 ? (
        <section
          aria-label={text.actions}
          className="sticky top-14 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-t-tile border-b border-line bg-accent-soft px-4 py-2.5"
        >
          <span className="flex items-center gap-3 font-semibold" role="status">
            {chooseAll}
            {text.selected(selection.count)}
          </span>
          <div className="flex flex-wrap items-center gap-2">{actions}</div>
          <Button variant="link" size="small" className="ml-auto" onClick={selection.clear}>
            {text.clear}
          </Button>
        </section>
      ) : null}
      <ul className="divide-y divide-line md:hidden" aria-label={caption}>
        {rows.map((row) => (
          <li key={rowKey(row)} className="flex items-start gap-3 px-4 py-3">
            {selection ? <span className="pt-1">{chosen(row)}</span> : null}
            <div className="relative min-w-0 flex-1">{card(row)}</div>
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="mh-table-scroll hidden md:block" aria-label={caption} tabIndex={0}>
        <table className="mh-table">
          <caption className="mh-visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {selection ? (
                <th scope="col" className="w-10">
                  {selection.count > 0 ? null : chooseAll}
                  <span className="mh-visually-hidden">{text.selectAll}</span>
                </th>
              ) : null}
              {columns.map((column) => (
                <th key={column.key} scope="col" data-align={column.align} className={column.className}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={rowKey(row)} className={cx(selection?.has(rowKey(row)) && 'bg-accent-soft/50')}>
                {selection ? <td>{chosen(row)}</td> : null}
                {columns.map((column) => (
                  <td key={column.key} data-align={column.align} className={column.className}>
                    {column.render(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** In the shape of the table that comes. */
export function DataTableSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div className="divide-y divide-line rounded-tile border border-line bg-surface">
      {Array.from({ length: rows }, (_, index) => index).map((row) => (
        <div key={row} className="flex items-center gap-4 px-4 py-3.5">
          <Skeleton className="size-10 shrink-0" />
          <Skeleton className="h-5 w-2/5" />
          <Skeleton className="ml-auto h-5 w-1/5" />
        </div>
      ))}
    </div>
  );
}

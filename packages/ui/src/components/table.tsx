import type { ReactNode } from 'react';
import { cx } from '../cx.ts';

export type Column<Row> = {
  key: string;
  label: ReactNode;
  render: (row: Row) => ReactNode;
  /** Numbers and actions stand at the end. */
  align?: 'start' | 'end';
};

export type TableProps<Row> = {
  /** Read out and not shown. */
  caption: string;
  columns: Array<Column<Row>>;
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Shown in place of rows. */
  empty?: ReactNode;
  className?: string;
};

/** Scrolls sideways by itself where it does not fit; the first column names the row. */
export function Table<Row>({ caption, columns, rows, rowKey, empty, className }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section className={cx('mh-table-scroll', className)} aria-label={caption} tabIndex={0}>
      <table className="mh-table">
        <caption className="mh-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key} data-align={column.align}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
          {rows.length === 0 && empty ? (
            <tr>
              <td colSpan={columns.length}>{empty}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  );
}

export type StatTileProps = {
  label: string;
  value: ReactNode;
  /** Against the period before, in per cent; the sign gives the colour and the word. */
  changePercent?: number | null;
  changeLabel?: string;
  /** A sparkline, for example. */
  children?: ReactNode;
  className?: string;
};

export function StatTile({ label, value, changePercent, changeLabel, children, className }: StatTileProps) {
  const direction = !changePercent ? 'level' : changePercent > 0 ? 'up' : 'down';
  return (
    <div className={cx('mh-card', 'mh-stat', className)} data-tone="outlined">
      <span className="mh-stat-label">{label}</span>
      <span className="mh-stat-value">{value}</span>
      {changePercent === undefined || changePercent === null ? null : (
        <span className="mh-stat-change" data-direction={direction}>
          {`${changePercent > 0 ? '+' : ''}${changePercent.toLocaleString('en-GB', { maximumFractionDigits: 1 })}% ${changeLabel ?? ''}`}
        </span>
      )}
      {children}
    </div>
  );
}

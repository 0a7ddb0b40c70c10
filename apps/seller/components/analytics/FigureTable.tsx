import { Button, type Column, EmptyState, Table } from '@mallhive/ui';
import type { ReactNode } from 'react';
import { csvOf } from '../../logic/csv.ts';
import { saveText } from '../../logic/save-file.ts';
import { analyticsMessages as text } from '../../messages/analytics.ts';
import { Panel } from '../PageHead.tsx';

/** A column that is also one of the file; its label is its heading there. */
export interface FigureColumn<Row> {
  key: string;
  label: string;
  /** As the file says it. */
  value: (row: Row) => string | number | null;
  /** As the page shows it; like the file without it. */
  render?: (row: Row) => ReactNode;
  align?: 'start' | 'end';
}

interface FigureTableProps<Row> {
  title: string;
  lead?: string;
  columns: readonly FigureColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Of the file, without its ending. */
  file: string;
}

/** A table that scrolls in itself and can be taken along as a file. */
export function FigureTable<Row>({ title, lead, columns, rows, rowKey, file }: FigureTableProps<Row>) {
  const shown: Column<Row>[] = columns.map(({ key, label, value, render, align }) => ({
    key,
    label,
    align,
    render: render ?? value,
  }));
  const save = () =>
    saveText({
      name: `${file}.csv`,
      type: 'text/csv;charset=utf-8',
      text: csvOf([columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ value }) => value(row)))]),
    });
  return (
    <Panel
      title={title}
      lead={lead}
      actions={
        <Button
          variant="secondary"
          size="small"
          onClick={save}
          disabled={rows.length === 0}
          aria-label={text.csvOf(title)}
        >
          {text.csv}
        </Button>
      }
    >
      <div className="max-h-112 overflow-y-auto">
        <Table
          caption={title}
          columns={shown}
          rows={[...rows]}
          rowKey={rowKey}
          empty={<EmptyState title={text.nothing} level={3} />}
        />
      </div>
    </Panel>
  );
}

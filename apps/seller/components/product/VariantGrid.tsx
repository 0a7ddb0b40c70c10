import { cx, SelectField } from '@mallhive/ui';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import {
  cellOf,
  cellsOf,
  filledDown,
  type GridColumn,
  gridColumns,
  pasted,
  variantTitle,
  withCell,
} from '../../logic/product/grid.ts';
import type { Problems } from '../../logic/product/problems.ts';
import { type Currency, currencies, type DraftVariant, type ProductDraft } from '../../logic/product/types.ts';
import { productMessages, sayProblem } from '../../messages/products.ts';
import { Panel } from '../PageHead.tsx';

const text = productMessages.grid;

interface VariantGridProps {
  draft: ProductDraft;
  /** The seller's own; others are converted from it. */
  currency: Currency;
  problems: Problems;
  onChange: (changes: Partial<ProductDraft>) => void;
}

const isFillable = (column: GridColumn): column is Exclude<GridColumn, 'sku' | 'barcode'> =>
  column !== 'sku' && column !== 'barcode';

const widths: Record<GridColumn, string> = {
  sku: 'min-w-36',
  amount: 'min-w-22',
  compareAt: 'min-w-22',
  stock: 'min-w-18',
  weight: 'min-w-20',
  barcode: 'min-w-36',
};

/** Cells to type in, as in a spreadsheet: paste a block, fill a column, move with the arrow keys. */
export function VariantGrid({ draft, currency: base, problems, onChange }: VariantGridProps) {
  const [currency, setCurrency] = useState<Currency>(base);
  const [said, setSaid] = useState('');
  const table = useRef<HTMLTableElement>(null);
  const { variants, options, images } = draft;
  const field = (row: number, column: GridColumn) =>
    column === 'amount' || column === 'compareAt'
      ? `variants.${row}.${currency}.${column}`
      : `variants.${row}.${column}`;
  const name = (variant: DraftVariant) => variantTitle(variant, options) || text.only;
  const set = (row: number, changed: DraftVariant) =>
    onChange({ variants: variants.map((variant, index) => (index === row ? changed : variant)) });
  const focus = (row: number, column: GridColumn) =>
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${row}.${column}"]`)?.focus();

  const keys = (event: KeyboardEvent<HTMLInputElement>, row: number, column: GridColumn) => {
    const target = { ArrowDown: row + 1, ArrowUp: row - 1, Enter: row + 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    if (target >= 0 && target < variants.length) focus(target, column);
  };
  const paste = (event: ClipboardEvent, row: number, column: GridColumn) => {
    const cells = cellsOf(event.clipboardData.getData('text/plain'));
    if (cells.length === 1 && cells[0]?.length === 1) return;
    event.preventDefault();
    onChange({ variants: pasted(variants, { row, column, currency }, cells) });
    setSaid(text.pasted(cells.reduce((sum, cellsOfRow) => sum + cellsOfRow.length, 0)));
  };
  const shown = variants.flatMap((_, row) => gridColumns.map((column) => problems[field(row, column)])).filter(Boolean);
  const general = [
    ...new Set([
      problems.variants,
      ...variants.map((_, row) => problems[`variants.${row}`] ?? problems[`variants.${row}.optionValueIds`]),
      ...shown,
    ]),
  ];

  return (
    <Panel
      title={text.title}
      lead={variants.length > 1 ? text.lead : undefined}
      actions={
        <SelectField
          label={text.currency}
          value={currency}
          options={currencies.map((id) => ({ value: id, label: id === base ? text.base(id) : id }))}
          onChange={(event) => {
            const next = currencies.find((id) => id === event.currentTarget.value);
            if (next) setCurrency(next);
          }}
        />
      }
    >
      <p className="mh-visually-hidden" role="status">
        {said}
      </p>
      {currency === base ? null : <p className="mb-3 text-sm text-ink-soft">{text.converted}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="-mx-2 overflow-x-auto px-2 pb-2" aria-label={text.title} tabIndex={0}>
        <table ref={table} className="w-full border-separate border-spacing-x-1.5 border-spacing-y-1 text-sm">
          <caption className="mh-visually-hidden">{text.title}</caption>
          <thead>
            <tr className="text-left align-bottom text-ink-soft">
              <th scope="col" className="min-w-20 pr-2 pb-1 font-semibold">
                {text.variant}
              </th>
              {gridColumns.map((column) => (
                <th key={column} scope="col" className={`pb-1 font-semibold ${widths[column]}`}>
                  <span className="block">{text.columns[column]}</span>
                  {variants.length > 1 && isFillable(column) ? (
                    <button
                      type="button"
                      className="text-xs font-medium text-accent-strong underline underline-offset-2"
                      aria-label={text.fillDown(text.columns[column])}
                      onClick={() => onChange({ variants: filledDown(variants, column, currency) })}
                    >
                      {text.fill}
                    </button>
                  ) : null}
                </th>
              ))}
              {images.length > 0 ? (
                <th scope="col" className="min-w-32 pb-1 font-semibold">
                  {text.picture}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {variants.map((variant, row) => (
              <tr key={variant.key}>
                <th scope="row" className="pr-2 text-left font-medium">
                  {name(variant)}
                </th>
                {gridColumns.map((column) => {
                  const problem = problems[field(row, column)];
                  return (
                    <td key={column}>
                      <input
                        type="text"
                        data-cell={`${row}.${column}`}
                        aria-label={text.cell(text.columns[column], name(variant))}
                        aria-invalid={problem ? true : undefined}
                        title={sayProblem(problem) ?? undefined}
                        inputMode={
                          column === 'sku'
                            ? 'text'
                            : column === 'amount' || column === 'compareAt'
                              ? 'decimal'
                              : 'numeric'
                        }
                        autoComplete="off"
                        spellCheck={false}
                        maxLength={column === 'sku' ? 80 : 14}
                        className={cx(
                          'mh-control min-h-10! w-full px-2! py-1! tabular-nums',
                          column !== 'sku' && column !== 'barcode' && 'text-right',
                        )}
                        value={cellOf(variant, column, currency)}
                        onChange={(event) => set(row, withCell(variant, column, currency, event.currentTarget.value))}
                        onKeyDown={(event) => keys(event, row, column)}
                        onPaste={(event) => paste(event, row, column)}
                      />
                    </td>
                  );
                })}
                {images.length > 0 ? (
                  <td>
                    <select
                      className="mh-control min-h-10! w-full px-2! py-1!"
                      aria-label={text.pictureOf(name(variant))}
                      value={variant.imageIndexes[0] ?? ''}
                      onChange={(event) => {
                        const chosen = event.currentTarget.value;
                        const rest = variant.imageIndexes.slice(1).filter((index) => String(index) !== chosen);
                        set(row, { ...variant, imageIndexes: chosen === '' ? [] : [Number(chosen), ...rest] });
                      }}
                    >
                      <option value="">{text.noPicture}</option>
                      {images.map((image, index) => (
                        <option key={image.url} value={index}>
                          {text.pictureNumber(index + 1)}
                        </option>
                      ))}
                    </select>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {general.some(Boolean) ? (
        <ul className="mt-2" role="alert">
          {general.map((code) =>
            code ? (
              <li key={code} className="mh-field-error">
                {sayProblem(code)}
              </li>
            ) : null,
          )}
        </ul>
      ) : null}
    </Panel>
  );
}

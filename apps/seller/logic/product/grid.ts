import { newId } from '../new-id.ts';
import { emptyPrices } from './draft.ts';
import { type Currency, currencies, type DraftOption, type DraftVariant } from './types.ts';

export const mostVariants = 100;
export const mostOptions = 3;

function combinations(options: readonly DraftOption[]): string[][] {
  return options.reduce<string[][]>(
    (rows, option) => rows.flatMap((row) => option.values.map((value) => [...row, value.id])),
    [[]],
  );
}

/** `Red / Large`; empty for a product without options. */
export function variantTitle(variant: Pick<DraftVariant, 'optionValueIds'>, options: readonly DraftOption[]): string {
  return options
    .map((option, index) => option.values.find(({ id }) => id === variant.optionValueIds[index])?.value ?? '')
    .filter(Boolean)
    .join(' / ');
}

const skuPart = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 8)
    .toUpperCase();

/** How well an old variant fits a combination: the values it has already, and none that it lacks an option for. */
function fits(variant: DraftVariant, combination: readonly string[]): boolean {
  return variant.optionValueIds.length > 0 && variant.optionValueIds.every((id) => combination.includes(id));
}

export interface Grid {
  variants: DraftVariant[];
  /** Combinations beyond the most there may be. */
  leftOut: number;
}

/**
 * One variant for every combination of the options. Those that exist keep their ids, prices and stock; a new option
 * gives its first value to those that are there; a new variant starts with the prices of the first.
 */
export function gridOf(options: readonly DraftOption[], variants: readonly DraftVariant[], prefix: string): Grid {
  const usable = options.filter((option) => option.values.length > 0);
  if (usable.length === 0) {
    const [first] = variants;
    return { variants: first ? [{ ...first, optionValueIds: [] }] : [newVariant([], prefix, null)], leftOut: 0 };
  }
  const all = combinations(usable);
  const free = new Set(variants);
  const claim = (variant: DraftVariant | undefined) => {
    if (variant) free.delete(variant);
    return variant;
  };
  const exact = (combination: string[]) =>
    [...free].find(({ optionValueIds }) => optionValueIds.join() === combination.join());
  const wanted = all.slice(0, mostVariants).map((combination) => ({ combination, old: claim(exact(combination)) }));
  for (const entry of wanted) {
    entry.old ??= claim([...free].find((variant) => fits(variant, entry.combination)));
  }
  // The one variant of a product that had no options becomes the first of the grid.
  const [first] = wanted;
  if (first && !first.old) first.old = claim([...free].find(({ optionValueIds }) => optionValueIds.length === 0));
  const model = variants[0] ?? null;
  const skus = new Set(wanted.flatMap(({ old }) => (old ? [old.sku] : [])));
  return {
    variants: wanted.map(({ combination, old }) => {
      if (old) return { ...old, optionValueIds: combination };
      const names = combination.map((id, index) => usable[index]?.values.find((value) => value.id === id)?.value ?? '');
      const base = [prefix, ...names.map(skuPart)].filter(Boolean).join('-').slice(0, 72);
      let sku = base;
      for (let number = 2; skus.has(sku); number += 1) sku = `${base}-${number}`;
      skus.add(sku);
      return newVariant(combination, sku, model);
    }),
    leftOut: Math.max(0, all.length - mostVariants),
  };
}

export function newVariant(optionValueIds: string[], sku: string, model: DraftVariant | null): DraftVariant {
  const prices = emptyPrices();
  if (model) for (const currency of currencies) prices[currency] = { ...model.prices[currency] };
  return {
    key: newId(),
    id: null,
    sku,
    barcode: '',
    weight: model?.weight ?? '500',
    stock: '0',
    optionValueIds,
    imageIndexes: [],
    prices,
  };
}

export type GridColumn = 'sku' | 'amount' | 'compareAt' | 'stock' | 'weight' | 'barcode';
export const gridColumns: readonly GridColumn[] = ['sku', 'amount', 'compareAt', 'stock', 'weight', 'barcode'];

export function cellOf(variant: DraftVariant, column: GridColumn, currency: Currency): string {
  return column === 'amount' || column === 'compareAt' ? variant.prices[currency][column] : variant[column];
}

export function withCell(variant: DraftVariant, column: GridColumn, currency: Currency, text: string): DraftVariant {
  if (column !== 'amount' && column !== 'compareAt') return { ...variant, [column]: text };
  const prices = { ...variant.prices, [currency]: { ...variant.prices[currency], [column]: text } };
  return { ...variant, prices };
}

/** Rows and cells as a spreadsheet copies them; quoted cells may hold line breaks. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const plain = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  for (let at = 0; at < plain.length; at += 1) {
    const letter = plain[at] ?? '';
    if (quoted) {
      if (letter === '"' && plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (letter === '"') quoted = false;
      else cell += letter;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === '\t' || letter === '\n') {
      row.push(cell);
      cell = '';
      if (letter === '\n') {
        rows.push(row);
        row = [];
      }
    } else cell += letter;
  }
  rows.push([...row, cell]);
  return rows;
}

/** Puts a block of cells where the cursor is; what does not fit at the edges is dropped. */
export function pasted(
  variants: readonly DraftVariant[],
  at: { row: number; column: GridColumn; currency: Currency },
  cells: readonly (readonly string[])[],
): DraftVariant[] {
  const first = gridColumns.indexOf(at.column);
  return variants.map((variant, index) => {
    const row = cells[index - at.row];
    if (!row) return variant;
    return row.reduce((changed, text, offset) => {
      const column = gridColumns[first + offset];
      return column ? withCell(changed, column, at.currency, text.trim()) : changed;
    }, variant);
  });
}

/** The same in every row below: what the first row says. A SKU is never copied. */
export function filledDown(
  variants: readonly DraftVariant[],
  column: Exclude<GridColumn, 'sku' | 'barcode'>,
  currency: Currency,
  from = 0,
): DraftVariant[] {
  const source = variants[from];
  if (!source) return [...variants];
  const text = cellOf(source, column, currency);
  return variants.map((variant, index) => (index > from ? withCell(variant, column, currency, text) : variant));
}

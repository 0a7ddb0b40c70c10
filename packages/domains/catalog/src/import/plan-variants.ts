import { currencies, newId } from '@mallhive/kernel';
import { isGtin } from '../editor/barcode.ts';
import { parseAmount } from './amounts.ts';
import { optionPlaces } from './fields.ts';
import type { MappedRow } from './group-rows.ts';
import type { Around, Report } from './plan-product.ts';
import type { OptionState, ProductState, VariantState } from './state.repository.ts';

const mostVariants = 100;

/** Names of the options as the first line has them; what the file does not say stays. */
function optionNames(next: ProductState, rows: readonly MappedRow[], report: Report): string[] {
  const [first] = rows;
  if (!first) return [];
  const names = optionPlaces.map((place) => {
    const cell = first.cells.get(`option${place}_name`);
    const name = (cell ?? next.options[place - 1]?.name ?? '').slice(0, 60);
    const unnamed = rows.find((row) => name === '' && (row.cells.get(`option${place}_value`) ?? '') !== '');
    if (unnamed) report.add(unnamed, 'option_name_missing', `option${place}_name`);
    return name;
  });
  const given = names.filter((name) => name !== '');
  if (new Set(given.map((name) => name.toLowerCase())).size < given.length) {
    report.add(first, 'option_name_twice', 'option1_name');
  }
  return names;
}

/** Options by their names, with the values that variants have; what was there keeps its id, colour and order. */
function mergedOptions(before: readonly OptionState[], names: readonly string[], variants: readonly VariantState[]) {
  return names
    .filter((name) => name !== '')
    .map((name): OptionState => {
      const known = before.find((option) => option.name === name);
      const values = [...(known?.values ?? [])];
      for (const { optionValues } of variants) {
        const value = optionValues[name];
        if (value && !values.some((candidate) => candidate.value === value)) {
          values.push({ id: value, value, swatch: null });
        }
      }
      return { ...(known ?? { id: name, name }), values };
    });
}

function prices(variant: VariantState, row: MappedRow, around: Around, published: boolean, report: Report): void {
  for (const currency of currencies) {
    const [priceKey, compareKey] = [`price_${currency.toLowerCase()}`, `compare_at_${currency.toLowerCase()}`];
    const [cell, compareCell] = [row.cells.get(priceKey), row.cells.get(compareKey)];
    const known = variant.prices[currency];
    let amount = known?.amount ?? null;
    if (cell !== undefined && cell !== '') {
      amount = parseAmount(cell, currency);
      if (amount === null) {
        report.add(row, 'price_invalid', priceKey);
        continue;
      }
    } else if (cell === '' && currency !== around.currency) amount = null;
    if (amount === null) {
      delete variant.prices[currency];
      if (currency === around.currency && published) report.add(row, 'price_missing', priceKey);
      continue;
    }
    let compareAt = known?.compareAt ?? null;
    if (compareCell !== undefined) {
      compareAt = compareCell === '' ? null : parseAmount(compareCell, currency);
      if (compareCell !== '' && compareAt === null) report.add(row, 'price_invalid', compareKey);
    }
    if (compareAt !== null && compareAt <= amount) {
      // A price that rose above the old one ends the comparison, unless the file states both.
      if (compareCell) report.add(row, 'compare_at_too_low', compareKey);
      else compareAt = null;
    }
    variant.prices[currency] = { amount, compareAt };
  }
}

function whole(row: MappedRow, key: string, most: number): number | null | 'wrong' {
  const cell = row.cells.get(key) ?? '';
  if (cell === '') return null;
  const value = /^\d{1,10}(\.0+)?$/.test(cell) ? Number(cell) : Number.NaN;
  return Number.isInteger(value) && value <= most ? value : 'wrong';
}

function fresh(sku: string): VariantState {
  return {
    id: newId(),
    sku,
    title: '',
    optionValues: {},
    optionValueIds: [],
    weightGrams: 500,
    barcode: '',
    imageIndex: null,
    imageIndexes: [],
    position: 0,
    active: false,
    stock: 0,
    prices: {},
  };
}

function measures(variant: VariantState, row: MappedRow, next: ProductState, report: Report): void {
  const barcode = row.cells.get('barcode');
  if (barcode !== undefined) {
    if (barcode !== '' && !isGtin(barcode)) report.add(row, 'barcode_invalid', 'barcode');
    variant.barcode = barcode;
  }
  const weight = whole(row, 'weight_grams', 10_000_000);
  if (weight === 'wrong') report.add(row, 'weight_invalid', 'weight_grams');
  else if (weight !== null) variant.weightGrams = weight;
  const image = row.cells.get('variant_image');
  if (image === undefined) return;
  const place = whole(row, 'variant_image', next.images.length);
  if (place === 'wrong' || place === 0) report.add(row, 'variant_image_invalid', 'variant_image');
  else {
    variant.imageIndex = place === null ? null : place - 1;
    if (variant.imageIndexes[0] !== variant.imageIndex) {
      variant.imageIndexes = variant.imageIndex === null ? [] : [variant.imageIndex];
    }
  }
}

/** The line's variant: known by its SKU; without one, the only one that the product has. */
function variantOf(next: ProductState, row: MappedRow, alone: boolean, around: Around, report: Report) {
  const sku = row.cells.get('sku') ?? '';
  const active = next.variants.filter((variant) => variant.active);
  if (sku === '') {
    const [only, ...more] = active;
    if (only && more.length === 0 && alone) return only;
    report.add(row, 'sku_missing', 'sku');
    return null;
  }
  if (sku.length > 80) report.add(row, 'text_too_long', 'sku');
  const owner = around.skuOwners.get(sku);
  if (owner !== undefined && owner !== next.id) report.add(row, 'sku_taken', 'sku');
  const known = next.variants.find((variant) => variant.sku === sku);
  if (known) return known;
  const made = fresh(sku);
  next.variants.push(made);
  return made;
}

/** Lines become variants. Variants that the file does not name stay as they are. Answers stated stock that differs. */
export function planVariants(next: ProductState, rows: readonly MappedRow[], around: Around, report: Report) {
  const stock = new Map<string, number>();
  const names = optionNames(next, rows, report);
  for (const row of rows) {
    const variant = variantOf(next, row, rows.length === 1, around, report);
    if (!variant) continue;
    const isNew = !variant.active;
    variant.active = true;
    names.forEach((name, index) => {
      const key = `option${optionPlaces[index]}_value`;
      const cell = row.cells.get(key);
      if (name === '') return;
      if (cell !== undefined) variant.optionValues[name] = cell.slice(0, 80);
      if (!variant.optionValues[name]) report.add(row, 'option_value_missing', key);
    });
    measures(variant, row, next, report);
    prices(variant, row, around, next.status === 'published', report);
    const units = whole(row, 'stock', 1_000_000);
    if (units === 'wrong') report.add(row, 'stock_invalid', 'stock');
    else if (units !== null && (isNew || units !== variant.stock)) {
      stock.set(variant.sku, units);
      variant.stock = units;
    }
  }
  finish(next, names, rows, report);
  return stock;
}

function finish(next: ProductState, names: readonly string[], rows: readonly MappedRow[], report: Report): void {
  const [first] = rows;
  if (!first) return;
  const active = next.variants.filter((variant) => variant.active);
  if (active.length > mostVariants) report.add(first, 'too_many_variants');
  next.options = mergedOptions(next.options, names, active);
  const seen = new Set<string>();
  active.forEach((variant, position) => {
    const values = next.options.map(({ name }) => variant.optionValues[name] ?? '');
    const key = JSON.stringify(values);
    const row = rows.find(({ cells }) => cells.get('sku') === variant.sku) ?? first;
    if (values.includes('') && row === first) report.add(first, 'option_value_missing', 'option1_value');
    if (seen.has(key) && next.options.length > 0) report.add(row, 'variant_twice', 'option1_value');
    seen.add(key);
    variant.position = position;
    variant.optionValues = Object.fromEntries(next.options.map(({ name }, index) => [name, values[index] ?? '']));
    variant.optionValueIds = next.options.map(
      (option, index) => option.values.find(({ value }) => value === values[index])?.id ?? values[index] ?? '',
    );
    if (next.options.length > 0) variant.title = values.join(' / ');
    if (variant.imageIndex !== null && variant.imageIndex >= next.images.length) {
      variant.imageIndex = null;
      variant.imageIndexes = [];
    }
  });
}

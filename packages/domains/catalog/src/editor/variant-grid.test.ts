import { newId } from '@mallhive/kernel';
import { expect, test } from 'vitest';
import { variantGridInput } from '../contract.ts';
import { memberOf } from '../testing.ts';
import { isGtin } from './barcode.ts';
import { variantGrid } from './variant-grid.ts';

const sellerId = newId();
const option = (id: string, values: string[]) => ({
  id,
  name: id,
  values: values.map((value) => ({ id: value.toLowerCase(), value, swatch: null })),
});
const grid = (input: Record<string, unknown>) =>
  variantGrid(memberOf(sellerId), variantGridInput.parse({ sellerId, ...input }));

test('every combination in order, with SKUs that differ', () => {
  const { variants, leftOut } = grid({
    options: [option('c', ['Dark oak', 'Ash']), option('s', ['S', 'L'])],
    skuPrefix: 'CHAIR',
  });
  expect(variants.map(({ sku }) => sku)).toEqual([
    'CHAIR-DARK-OAK-S',
    'CHAIR-DARK-OAK-L',
    'CHAIR-ASH-S',
    'CHAIR-ASH-L',
  ]);
  expect(variants[2]?.optionValueIds).toEqual(['ash', 's']);
  expect(leftOut).toBe(0);
});

test('what is there keeps its identity, price and SKU when options are added', () => {
  const id = newId();
  const oak = { id, sku: 'OAK', optionValueIds: ['oak'], prices: { GBP: { amount: 1, compareAt: null } } };
  const options = [option('c', ['Oak', 'Ash']), option('s', ['S', 'L'])];
  const { variants } = grid({ options, variants: [oak], skuPrefix: 'OAK' });
  expect(variants[0]).toMatchObject({ ...oak, optionValueIds: ['oak', 's'] });
  expect(variants.filter((variant) => variant.id === id)).toHaveLength(1);
  expect(new Set(variants.map(({ sku }) => sku)).size).toBe(4);
});

test('no more than a hundred, and it says how many are left out; none without options', () => {
  const many = Array.from({ length: 21 }, (_, index) => `V${index}`);
  expect(grid({ options: [option('a', many), option('b', many)] })).toMatchObject({ leftOut: 341 });
  expect(grid({ options: [] }).variants).toHaveLength(1);
  expect(() => variantGrid(memberOf(newId()), variantGridInput.parse({ sellerId, options: [] }))).toThrow(
    'organisation',
  );
});

test('barcodes have the check digit of their kind', () => {
  for (const right of ['4006381333931', '73513537', '036000291452', '10614141000415']) expect(isGtin(right)).toBe(true);
  for (const wrong of ['4006381333932', '4006381', '40063813339310', 'ABCDEFGH', '']) expect(isGtin(wrong)).toBe(false);
});

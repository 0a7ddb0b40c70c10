import { describe, expect, it } from 'vitest';
import { availability, choose, initialVariant, valueState, variantInPath, variantPath } from './variants.ts';

const price = { current: { amount: 1000, currency: 'GBP' as const }, compareAt: null };
function variant(id: string, colour: string, size: string, availableQuantity: number) {
  return {
    id,
    sku: id,
    title: `${colour} / ${size}`,
    optionValues: { Colour: colour, Size: size },
    price,
    availableQuantity,
    backorderQuantity: 0,
    expectedOn: null,
    parts: [],
    imageIndex: null,
  };
}
const product = {
  options: [
    { name: 'Colour', values: ['Oak', 'Ash'].map((value) => ({ value, swatch: null })) },
    { name: 'Size', values: ['S', 'M', 'L'].map((value) => ({ value, swatch: null })) },
  ],
  variants: [
    variant('oak-s', 'Oak', 'S', 0),
    variant('oak-m', 'Oak', 'M', 9),
    variant('ash-s', 'Ash', 'S', 0),
    variant('ash-l', 'Ash', 'L', 4),
  ],
};
const byId = (id: string) => {
  const found = product.variants.find((entry) => entry.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('initialVariant', () => {
  it('takes the one in the address, even sold out', () => {
    expect(initialVariant(product, 'oak-s')?.id).toBe('oak-s');
  });
  it('ignores an unknown one and opens on what can be bought', () => {
    expect(initialVariant(product, 'gone')?.id).toBe('oak-m');
  });
  it('shows the first when all are sold out', () => {
    const soldOut = { ...product, variants: product.variants.map((entry) => ({ ...entry, availableQuantity: 0 })) };
    expect(initialVariant(soldOut, null)?.id).toBe('oak-s');
  });
});

describe('choose', () => {
  it('keeps the other choices when that is made', () => {
    expect(choose(product, byId('oak-s'), 'Colour', 'Ash').id).toBe('ash-s');
  });
  it('gives way where the combination is not made, to one in stock', () => {
    expect(choose(product, byId('oak-m'), 'Colour', 'Ash').id).toBe('ash-l');
    expect(choose(product, byId('oak-m'), 'Size', 'L').id).toBe('ash-l');
  });
  it('stays when nothing has that value', () => {
    expect(choose(product, byId('oak-m'), 'Size', 'XL').id).toBe('oak-m');
  });
});

it('tells sold out from not made', () => {
  expect(valueState(product, byId('oak-m'), 'Size', 'M')).toBe('available');
  expect(valueState(product, byId('oak-m'), 'Size', 'S')).toBe('sold-out');
  expect(valueState(product, byId('oak-m'), 'Size', 'L')).toBe('not-made');
});

it('warns when few are left', () => {
  expect(availability(byId('oak-s')).kind).toBe('sold-out');
  expect(availability(byId('ash-l'))).toEqual({ kind: 'low', left: 4 });
  expect(availability(byId('oak-m')).kind).toBe('in-stock');
  expect(availability({ ...byId('oak-m'), backorderQuantity: 6 })).toEqual({ kind: 'low', left: 3 });
  expect(availability({ ...byId('oak-m'), backorderQuantity: 9 })).toEqual({ kind: 'backorder' });
});

describe('the variant in the address', () => {
  it('is written beside what is there', () => {
    expect(variantPath('/p/chair?ref=mail#reviews', 'v1')).toBe('/p/chair?ref=mail&variant=v1#reviews');
    expect(variantPath('/p/chair?variant=v1', 'v2')).toBe('/p/chair?variant=v2');
    expect(variantPath('/p/chair?variant=v1', null)).toBe('/p/chair');
  });
  it('is read back', () => {
    expect(variantInPath('/p/chair?a=1&variant=v2#x')).toBe('v2');
    expect(variantInPath('/p/chair')).toBeNull();
  });
});

import { expect, test } from 'vitest';
import { toDocument } from './document.ts';
import { searchableProduct } from './testing.ts';
import { plain, skuWords, words } from './words.ts';

test('case, accents and apostrophes do not matter', () => {
  expect(plain('Café Men’s STRASSE Straße Ø')).toBe('cafe mens strasse strasse o');
  expect(words('  T-light/holder, 3”! ')).toEqual(['t', 'light', 'holder', '3']);
  expect(skuWords('RC-1')).toEqual(['rc', '1', 'rc1']);
});

test('options, attributes and brand become facets once each; long values do not', () => {
  const document = toDocument(
    searchableProduct({
      brand: 'Fern',
      attributes: [
        { name: 'Material', value: 'Oak' },
        { name: 'Care', value: 'x'.repeat(41) },
      ],
      variants: [
        { sku: 'A', optionValues: { Colour: 'Red', Size: 'S' } },
        { sku: 'B', optionValues: { Colour: 'Red', Size: 'M' } },
      ],
    }),
  );
  expect(document.facets.map(({ name, value }) => `${name}=${value}`)).toEqual([
    'Colour=Red',
    'Size=S',
    'Size=M',
    'Material=Oak',
    'Brand=Fern',
  ]);
});

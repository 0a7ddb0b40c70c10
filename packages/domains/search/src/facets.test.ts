import { expect, test } from 'vitest';
import type { FacetCount } from './engine.ts';
import { arrangeFacets } from './facets.ts';

const values = (counts: FacetCount[], name: string, chosen = new Map<string, string[]>()) =>
  arrangeFacets(counts, chosen)
    .find((facet) => facet.name === name)
    ?.values.map(({ value }) => value);

test('by how many, then by label with numbers as people read them', () => {
  const counts: FacetCount[] = [
    ['Length', '10 cm', '10 cm', 3],
    ['Length', '9 cm', '9 cm', 3],
    ['Length', '100 cm', '100 cm', 7],
  ];
  expect(values(counts, 'Length')).toEqual(['100 cm', '9 cm', '10 cm']);
});

test('clothes sizes from small to large, whatever their counts', () => {
  const counts = ['L', 'One size', 'S', 'XL', 'M'].map((size, index): FacetCount => ['Size', size, size, index + 2]);
  expect(values(counts, 'Size')).toEqual(['S', 'M', 'L', 'XL', 'One size']);
});

test('category and seller first, then what covers most; names and single values are no choice', () => {
  const counts: FacetCount[] = [
    ['Model', 'only', 'only', 50],
    ...Array.from({ length: 13 }, (_, index): FacetCount => ['Serial', `${index}`, `${index}`, 1]),
    ['Material', 'Oak', 'Oak', 2],
    ['Material', 'Ash', 'Ash', 1],
    ['Colour', 'Red', 'Red', 9],
    ['Colour', 'Blue', 'Blue', 1],
    ['seller', 'fern', 'Fern', 4],
    ['category', 'a', 'A', 4],
  ];
  expect(arrangeFacets(counts, new Map()).map(({ name }) => name)).toEqual([
    'category',
    'seller',
    'Colour',
    'Material',
  ]);
  expect(arrangeFacets(counts, new Map([['Model', ['only']]])).map(({ name }) => name)).toContain('Model');
});

import { describe, expect, it } from 'vitest';
import { instantOf, localTime } from '../local-time.ts';
import { parsePrice } from '../prices.ts';
import { moved, placeAfter } from '../reorder.ts';
import { adjustResult, wholeNumber } from '../stock.ts';
import { draftOf } from './draft.ts';
import { cellsOf, filledDown, gridOf, newVariant, pasted, variantTitle } from './grid.ts';
import { conflictOf, merged } from './merge.ts';
import { changedParts, changesOf, stockChanges } from './payload.ts';
import { draftProblems, serverProblems } from './problems.ts';
import type { DraftOption, EditorProduct, ProductDraft } from './types.ts';

const gbp = (amount: number) => ({ amount, currency: 'GBP' as const });
const product: EditorProduct = {
  id: 'p',
  slug: 'board',
  title: 'Board',
  subtitle: '',
  status: 'published',
  moderation: 'approved',
  moderationReason: '',
  category: { id: 'c', name: 'Kitchen', path: 'kitchen' },
  tags: ['oak', 'gift'],
  image: null,
  price: { current: gbp(3450), compareAt: null },
  priceMissing: false,
  availableQuantity: 4,
  variantCount: 1,
  publishAt: null,
  version: 7,
  createdAt: '2026-06-01T12:00:00.000Z',
  updatedAt: '2026-06-15T12:00:00.000Z',
  description: 'Oak.',
  descriptionHtml: '<p>Oak.</p>',
  highlights: ['Oiled', 'Made to last'],
  brand: '',
  attributeValues: {},
  attributes: [],
  seoTitle: '',
  seoDescription: '',
  images: [{ url: '/media/a', alt: 'A', width: 10, height: 10 }],
  options: [],
  variants: [
    {
      id: 'v',
      sku: 'B-1',
      title: '',
      barcode: '',
      weightGrams: 500,
      optionValueIds: [],
      imageIndexes: [0],
      prices: { GBP: { amount: 3450, compareAt: null }, JPY: { amount: 6500, compareAt: 7000 } },
      availableQuantity: 4,
      price: { current: gbp(3450), compareAt: null },
      effectivePrices: {},
    },
  ],
  sales: [],
  availableFrom: null,
  availableUntil: null,
  translations: {},
  currency: 'GBP',
  updatedBy: null,
  isPublic: true,
};
const start = draftOf(product, [{ variantId: 'v', onHand: 5, reserved: 1, available: 4 }]);
const option = (id: string, ...values: string[]): DraftOption => ({
  id,
  name: id,
  values: values.map((value) => ({ id: `${id}-${value}`, value, swatch: null })),
});
const edited = (changes: Partial<ProductDraft>): ProductDraft => ({ ...start, ...changes });

describe('a product in the editor', () => {
  it('is shown as it is stored, and sends nothing when nothing changed', () => {
    expect(start).toMatchObject({ tags: 'oak, gift', highlights: 'Oiled\nMade to last' });
    expect(start.variants[0]).toMatchObject({ stock: '5', weight: '500' });
    expect(start.variants[0]?.prices).toMatchObject({
      GBP: { amount: '34.50', compareAt: '' },
      EUR: { amount: '', compareAt: '' },
      JPY: { amount: '6500', compareAt: '7000' },
    });
    expect(changesOf(start, start)).toEqual({});
    expect(stockChanges(start, start)).toEqual([]);
  });

  it('sends only what changed; options, variants and pictures together', () => {
    expect(changesOf(start, edited({ title: ' Big board ', tags: 'gift,  oak ,oak' }))).toEqual({
      title: 'Big board',
      tags: ['gift', 'oak'],
    });
    expect(Object.keys(changesOf(start, edited({ images: [] }))).toSorted()).toEqual(['images', 'options', 'variants']);
    const [first] = start.variants;
    if (!first) throw new Error('a variant');
    const cheaper = { ...first, stock: '9', prices: { ...first.prices, GBP: { amount: '29.99', compareAt: '34.50' } } };
    const after = edited({ variants: [cheaper] });
    expect(changesOf(start, after).variants).toMatchObject([
      { id: 'v', prices: { GBP: { amount: 2999, compareAt: 3450 }, JPY: { amount: 6500, compareAt: 7000 } } },
    ]);
    expect(stockChanges(start, after)).toEqual([{ sku: 'B-1', onHand: 9 }]);
  });

  it('names what is wrong, here and from the server', () => {
    const [first] = start.variants;
    if (!first) throw new Error('a variant');
    const wrong = edited({
      title: ' ',
      slug: 'Not good',
      options: [option('Size')],
      variants: [
        {
          ...first,
          sku: '',
          weight: 'x',
          stock: '-1',
          prices: { ...first.prices, JPY: { amount: '1.5', compareAt: '' } },
        },
        { ...first, key: 'w', sku: 'A', prices: { ...first.prices, GBP: { amount: '10', compareAt: '9' } } },
        { ...first, key: 'x', sku: 'A' },
      ],
    });
    expect(draftProblems(wrong, 'GBP')).toEqual({
      title: 'title_missing',
      slug: 'slug_invalid',
      'options.0.values': 'option_values_missing',
      'variants.0.sku': 'sku_missing',
      'variants.0.weight': 'number_invalid',
      'variants.0.stock': 'number_invalid',
      'variants.0.JPY.amount': 'price_invalid',
      'variants.1.GBP.compareAt': 'compare_at_too_low',
      'variants.2.sku': 'sku_twice',
    });
    const details = {
      problems: [
        { path: 'variants.2.sku', code: 'sku_taken' },
        { path: 'variants.0.prices', code: 'price_missing' },
        { path: 'sales.1.reduction', code: 'sale_not_lower' },
        { path: 3 },
        null,
      ],
    };
    expect(serverProblems(details, 'GBP')).toEqual({
      'variants.2.sku': 'sku_taken',
      'variants.0.GBP.amount': 'price_missing',
      'sales.1.amount': 'sale_not_lower',
    });
  });
});

describe('two editors', () => {
  it('lose nothing when they changed different things', () => {
    const mine = edited({ title: 'Mine' });
    const theirs = edited({ subtitle: 'Theirs' });
    expect(conflictOf(start, mine, theirs)).toEqual({ contested: [], theirs: ['subtitle'] });
    expect(merged(start, mine, theirs, {})).toMatchObject({ title: 'Mine', subtitle: 'Theirs' });
  });
  it('choose where they changed the same', () => {
    const mine = edited({ title: 'Mine', brand: 'M' });
    const theirs = edited({ title: 'Theirs', brand: 'M' });
    expect(conflictOf(start, mine, theirs)).toEqual({ contested: ['title'], theirs: [] });
    expect(merged(start, mine, theirs, { title: 'theirs' })).toMatchObject({ title: 'Theirs', brand: 'M' });
    expect(merged(start, mine, theirs, { title: 'mine' })).toMatchObject({ title: 'Mine' });
  });
  it('never mix variants of one with options or pictures of the other', () => {
    const mine = edited({ images: [] });
    const theirs = edited({ options: [option('Size', 'S')], variants: [newVariant(['Size-S'], 'X', null)] });
    const both = merged(start, mine, theirs, {});
    expect([both.images, both.options]).toEqual([[], []]);
    const given = merged(start, mine, theirs, { images: 'theirs', variants: 'theirs' });
    expect(changedParts(given, theirs)).toEqual([]);
  });
});

describe('the grid of variants', () => {
  it('grows and shrinks with the options and keeps what a variant had', () => {
    const sizes = gridOf([option('Size', 'S', 'L')], start.variants, 'BOARD');
    expect(sizes.variants.map(({ id, sku, stock }) => [id, sku, stock])).toEqual([
      ['v', 'B-1', '5'],
      [null, 'BOARD-L', '0'],
    ]);
    expect(sizes.variants[1]?.prices.GBP.amount).toBe('34.50');
    const both = gridOf([option('Size', 'S', 'L'), option('Wood', 'Oak', 'Ash')], sizes.variants, 'BOARD');
    expect(both.variants.map(({ optionValueIds, id }) => [optionValueIds.join(), id])).toEqual([
      ['Size-S,Wood-Oak', 'v'],
      ['Size-S,Wood-Ash', null],
      ['Size-L,Wood-Oak', null],
      ['Size-L,Wood-Ash', null],
    ]);
    expect(both.variants[2]?.sku).toBe('BOARD-L');
    expect(
      variantTitle(both.variants[3] ?? { optionValueIds: [] }, [
        option('Size', 'S', 'L'),
        option('Wood', 'Oak', 'Ash'),
      ]),
    ).toBe('L / Ash');
    expect(gridOf([], both.variants, '').variants).toMatchObject([{ id: 'v', optionValueIds: [] }]);
    expect(new Set(both.variants.map(({ sku }) => sku)).size).toBe(4);
  });
  it('has at most a hundred', () => {
    const many = (id: string) => option(id, ...Array.from({ length: 12 }, (_, index) => String(index)));
    const grid = gridOf([many('A'), many('B')], start.variants, 'X');
    expect([grid.variants.length, grid.leftOut]).toEqual([100, 44]);
  });
  it('takes cells from a spreadsheet and drops what does not fit', () => {
    expect(cellsOf('a\t"b ""c""\nd"\r\ne\t\n')).toEqual([
      ['a', 'b "c"\nd'],
      ['e', ''],
    ]);
    const { variants } = gridOf([option('Size', 'S', 'M', 'L')], start.variants, 'B');
    const filled = pasted(variants, { row: 1, column: 'compareAt', currency: 'GBP' }, [
      ['40', '7', '900', '', 'beyond'],
      ['41', '8'],
      ['beyond'],
    ]);
    expect(filled.map(({ prices, stock, weight }) => [prices.GBP.compareAt, stock, weight])).toEqual([
      ['', '5', '500'],
      ['40', '7', '900'],
      ['41', '8', '500'],
    ]);
    expect(filledDown(filled, 'stock', 'GBP').map(({ stock }) => stock)).toEqual(['5', '5', '5']);
  });
});

describe('small things', () => {
  it('reads money by its currency', () => {
    expect([parsePrice('1,200', 'JPY'), parsePrice('1.5', 'JPY'), parsePrice('$2.5', 'USD')]).toEqual([
      1200,
      null,
      250,
    ]);
  });
  it('keeps moments', () => {
    const iso = '2026-06-15T12:30:00.000Z';
    expect(instantOf(localTime(iso))).toBe(iso);
    expect([instantOf(''), instantOf('nonsense'), localTime(null)]).toEqual([null, null, '']);
  });
  it('moves things, and tells where each place went', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a'], 0, 5)).toEqual(['a']);
    expect([0, 1, 2].map((place) => placeAfter(place, 0, 2))).toEqual([2, 0, 1]);
    expect([0, 1, 2].map((place) => placeAfter(place, 2, 0))).toEqual([1, 2, 0]);
  });
  it('says what an adjustment of stock leads to', () => {
    expect([wholeNumber('−2'), wholeNumber('+3'), wholeNumber('1.5'), wholeNumber('')]).toEqual([-2, 3, null, null]);
    expect(adjustResult({ kind: 'by', amount: '-3' }, 2)).toEqual({ problem: 'negative', after: -1 });
    expect(adjustResult({ kind: 'set', amount: '2' }, 2)).toEqual({ problem: 'zero', after: 2 });
    expect(adjustResult({ kind: 'set', amount: '-1' }, 2).problem).toBe('wholeNumber');
    expect(adjustResult({ kind: 'by', amount: '5' }, 2)).toEqual({ problem: null, after: 7 });
  });
});

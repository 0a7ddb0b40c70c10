import { describe, expect, it } from 'vitest';
import { listingRequest, sortsFor } from './listing-request.ts';
import {
  choiceCount,
  cleared,
  emptyState,
  type ListingState,
  listingSearch,
  parseListing,
  sameListing,
  toggleValue,
} from './listing-state.ts';

const parse = (text: string) => parseListing(new URLSearchParams(text));
const full: ListingState = {
  query: 'oak & ash',
  filters: { Colour: ['Ash', 'Oak, dark'], seller: ['north-lantern'] },
  priceMin: 1000,
  priceMax: 5050,
  minimumRating: 4,
  inStock: true,
  onSale: true,
  sort: 'price-asc',
};

describe('the address of a listing', () => {
  it('leaves out what was made up', () => {
    expect(parse('price=a-b&rating=9&stock=yes&sort=random&f.=x&f.Colour=&colour=red')).toEqual(emptyState);
    expect(parse('rating=NaN&price=-')).toEqual(emptyState);
  });
  it('stays within what the API takes', () => {
    const many = Array.from({ length: 40 }, (_, index) => `f.Colour=c${index}`).join('&');
    expect(parse(many).filters.Colour).toHaveLength(30);
    expect(parse(`f.Colour=${'x'.repeat(121)}`).filters).toEqual({});
    expect(parse(Array.from({ length: 30 }, (_, index) => `f.n${index}=x`).join('&')).filters).toSatisfy(
      (filters: object) => Object.keys(filters).length === 20,
    );
    expect(parse(`q=${'x'.repeat(300)}`).query).toHaveLength(200);
  });
  it('reads back what it wrote', () => {
    expect(parseListing(new URLSearchParams(listingSearch(full)))).toEqual(full);
  });
  it('turns crossed prices round and takes one end alone', () => {
    expect(parse('price=500-100')).toMatchObject({ priceMin: 100, priceMax: 500 });
    expect(parse('price=-900')).toMatchObject({ priceMin: null, priceMax: 900 });
    expect(parse('price=100-')).toMatchObject({ priceMin: 100, priceMax: null });
  });
  it('is empty when nothing is chosen', () => {
    expect(listingSearch(emptyState)).toBe('');
  });
  it('does not depend on the order of clicks', () => {
    const one = toggleValue(toggleValue(emptyState, 'Colour', 'Oak'), 'Colour', 'Ash');
    const other = toggleValue(toggleValue(emptyState, 'Colour', 'Ash'), 'Colour', 'Oak');
    expect(sameListing(one, other)).toBe(true);
  });
});

describe('choices', () => {
  it('can be taken back one by one, without a trace', () => {
    expect(toggleValue(toggleValue(emptyState, 'Colour', 'Oak'), 'Colour', 'Oak')).toEqual(emptyState);
    expect(toggleValue(full, 'Colour', 'Ash').filters.Colour).toEqual(['Oak, dark']);
  });
  it('can be taken back all at once, keeping words and sort', () => {
    expect(cleared(full)).toEqual({ ...emptyState, query: 'oak & ash', sort: 'price-asc' });
  });
  it('are counted with the price as one', () => {
    expect(choiceCount(emptyState)).toBe(0);
    expect(choiceCount(full)).toBe(7);
  });
});

describe('the request', () => {
  it('keeps the scope of the page whatever is chosen', () => {
    expect(listingRequest({ kind: 'category', path: 'home/kitchen' }, emptyState)).toEqual({
      query: '',
      category: 'home/kitchen',
      filters: {},
      inStock: false,
      onSale: false,
      sort: 'popular',
      limit: 24,
    });
    expect(listingRequest({ kind: 'sale' }, emptyState).onSale).toBe(true);
    expect(listingRequest({ kind: 'seller', slug: 's' }, full)).toMatchObject({
      seller: 's',
      priceMin: 1000,
      priceMax: 5050,
    });
  });
  it('sorts by relevance only where there are words', () => {
    expect(listingRequest({ kind: 'search' }, emptyState).sort).toBe('relevance');
    expect(sortsFor({ kind: 'sale' })).not.toContain('relevance');
  });
});

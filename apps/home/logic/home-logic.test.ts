import { describe, expect, it } from 'vitest';
import { cards, categories } from '../fixtures/shop.ts';
import { placeOf, rootsOf } from './category-tree.ts';
import { heroPicks } from './hero.ts';
import { majorUnits, minorUnits } from './price-input.ts';
import { searchOf } from './query.ts';

describe('category tree', () => {
  it('has no place for an unknown path', () => {
    expect(placeOf(categories, 'nowhere')).toBeNull();
  });
  it('finds ancestors and children', () => {
    const place = placeOf(categories, 'home-living/kitchen');
    expect(place?.ancestors.map((entry) => entry.path)).toEqual(['home-living']);
    expect(place?.children).toEqual([]);
    expect(placeOf(categories, 'home-living')?.children.map((entry) => entry.path)).toContain('home-living/kitchen');
    expect(rootsOf(categories).every((entry) => entry.parentId === null)).toBe(true);
  });
});

describe('the opening picture', () => {
  const [one, two, three] = cards;
  if (!one || !two || !three) throw new Error('fixtures');
  it('leaves out what is sold out or has no picture, and doubles', () => {
    const soldOut = { ...one, id: 'sold-out', available: false };
    const bare = { ...one, id: 'bare', image: null };
    const picks = heroPicks({ topRated: [soldOut, bare, two], newArrivals: [two], deals: [] });
    expect(picks.map((pick) => pick.id)).toEqual([two.id]);
  });
  it('shows different sellers first', () => {
    const seller = { id: 'other', slug: 'other', name: 'Other' };
    const picks = heroPicks({
      topRated: [one, { ...two, seller: one.seller }],
      newArrivals: [{ ...three, seller }],
      deals: [],
    });
    expect(picks.map((pick) => pick.id)).toEqual([one.id, three.id, two.id]);
  });
});

describe('prices as they are typed', () => {
  it.each([
    ['12.50', 1250],
    ['£1,250', 125_000],
    ['12,5', 1250],
    ['1,250.75', 125_075],
    ['  7 ', 700],
    ['', null],
    ['abc', null],
    ['.', null],
    ['1.2.3', null],
  ])('%s', (typed, amount) => {
    expect(minorUnits(typed, 'GBP')).toBe(amount);
  });
  it('come back as they were', () => {
    expect(majorUnits(1250, 'GBP')).toBe('12.50');
    expect(majorUnits(1200, 'GBP')).toBe('12');
    expect(majorUnits(980, 'JPY')).toBe('980');
    expect(majorUnits(null, 'GBP')).toBe('');
  });
});

it('takes a query with repeated and missing entries', () => {
  expect(searchOf({ q: 'a', 'f.Colour': ['Oak', 'Ash'], x: undefined }).toString()).toBe(
    'q=a&f.Colour=Oak&f.Colour=Ash',
  );
});

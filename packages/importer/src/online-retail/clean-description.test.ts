import { describe, expect, it } from 'vitest';
import { categorise } from './categories.ts';
import { isJunkDescription, kindOfCode } from './classify.ts';
import { cleanDescription } from './clean-description.ts';

describe('names', () => {
  it.each([
    ['SET/6 RED SPOTTY PAPER CUPS', 'Set of 6 Red Spotty Paper Cups'],
    ['  JAM   MAKING SET WITH JARS. ', 'Jam Making Set with Jars'],
    ['PACK OF 12 LONDON TISSUES ', 'Pack of 12 London Tissues'],
    ['HAND WARMER BABUSHKA DESIGN', 'Hand Warmer Babushka Design'],
    ['WOOD S/3 CABINET ANT WHITE FINISH', 'Wood Set of 3 Cabinet Ant White Finish'],
    ['T-LIGHT GLASS FLUTED ANTIQUE', 'T-Light Glass Fluted Antique'],
    ['XMAS STAR ,RED', 'Christmas Star, Red'],
    ['I LOVE LONDON MINI BACKPACK', 'I Love London Mini Backpack'],
  ])('%s', (raw, clean) => expect(cleanDescription(raw)).toBe(clean));

  it.each(['?', '??', 'damaged', 'check', 'lost', 'wet/rusty', '20713', 'thrown away', 'found', ' ', 'sold as 1'])(
    '%s is a note, not a name',
    (note) => expect(isJunkDescription(note)).toBe(true),
  );
  it.each(['BROKEN HEART GARLAND', 'LOST IN SPACE GAME', '12 PENCILS TALL TUBE RED'])('%s is a name', (name) =>
    expect(isJunkDescription(name)).toBe(false),
  );
});

describe('codes', () => {
  it.each([
    ['22423', 'product'],
    ['85123A', 'product'],
    ['15056BL', 'product'],
    ['DCGS0003', 'product'],
    ['POST', 'fee'],
    ['AMAZONFEE', 'fee'],
    ['GIFT_0001_20', 'gift-voucher'],
    ['HELLO', 'unknown'],
  ])('%s is a %s', (code, kind) => expect(kindOfCode(code)).toBe(kind));
});

describe('categories', () => {
  it.each([
    ['Jumbo Bag Red Retrospot', 'bags-lunch'],
    ['Paper Chain Kit 50s Christmas', 'christmas'],
    ['Regency Cakestand 3 Tier', 'kitchen-dining'],
    ['Alarm Clock Bakelike Green', 'home-decor'],
    ['Party Bunting', 'party-bunting'],
    ['Ufo', 'other-gifts'],
  ])('%s goes to %s', (title, slug) => expect(categorise(title).category).toBe(`gift-shop/${slug}`));
});

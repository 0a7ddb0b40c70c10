import { describe, expect, expectTypeOf, it } from 'vitest';
import { ar } from '../messages/ar.ts';
import { de } from '../messages/de.ts';
import { en } from '../messages/en.ts';
import { fr } from '../messages/fr.ts';
import { localisedPath, toLocale } from './locale.ts';
import { speech, type ValuesOf } from './say.ts';
import { createTexts, translationFaults } from './texts.ts';

const english = {
  greeting: 'Hello {name}',
  page: { items: { none: 'Nothing', one: '{count} item', other: '{count} items' }, list: ['a', 'b'], only: 'English' },
} as const;

describe('texts', () => {
  const texts = createTexts(english, {
    de: { greeting: 'Hallo {name}', page: { items: { other: '{count} Teile' }, list: ['x', 'y'] } },
    ar: { page: { items: { two: 'قطعتان', few: '{count} قطع', other: '{count} قطعة' } } },
  });

  it('falls back to English key by key', () => {
    expect(texts('de').greeting).toBe('Hallo {name}');
    expect(texts('de').page.only).toBe('English');
    expect(texts('de').page.list).toEqual(['x', 'y']);
    expect(texts('fr')).toEqual(english);
  });

  it('says plural forms after the rules of the language', () => {
    const say = (locale: 'en' | 'ar', count: number) => speech(locale).say(texts(locale).page.items, { count });
    expect([0, 1, 1234].map((count) => say('en', count))).toEqual(['Nothing', '1 item', '1,234 items']);
    expect(say('ar', 2)).toBe('قطعتان');
    expect(say('ar', 3)).toBe('\u20683\u2069 قطع');
  });

  it('names what is wrong with a translation', () => {
    expect(
      translationFaults(english, { greeting: 'Hallo {nam}', page: { items: { few: '{count} x' }, wrong: 'x' } }),
    ).toEqual([
      'greeting has {nam}',
      'page.wrong is not in English',
      'page.items.none is missing',
      'page.items.one is missing',
      'page.items.other is missing',
      'page.list.0 is missing',
      'page.list.1 is missing',
      'page.only is missing',
    ]);
  });

  it('asks for every placeholder', () => {
    expectTypeOf<ValuesOf<'{a} and {b}'>>().toEqualTypeOf<
      [values: Record<'a' | 'b', string | number | { amount: number; currency: string }>]
    >();
    expectTypeOf(speech('en').say<'plain'>).toBeCallableWith('plain');
  });
});

it.each([
  ['de', de],
  ['fr', fr],
  ['ar', ar],
])('the components speak %s', (_, translation) => {
  expect(translationFaults(en, translation)).toEqual([]);
});

describe('amounts', () => {
  const yen = { amount: 1200, currency: 'JPY' };
  it('have no decimals in yen, whatever the language', () => {
    expect(
      (['en', 'de', 'fr', 'ar'] as const).map((locale) =>
        speech(locale)
          .money(yen)
          .replace(/[^\d.,\s]/g, '')
          .trim(),
      ),
    ).toEqual(['1,200', '1.200', '1\u202f200', '1,200']);
  });
  it('take an amount as a placeholder', () => {
    expect(speech('de').say('ab {price}', { price: { amount: 1250, currency: 'EUR' } })).toBe('ab 12,50\u00a0€');
  });
});

describe('addresses', () => {
  it.each([
    ['en', '/p/mug', '/p/mug'],
    ['de', '/p/mug', '/de/p/mug'],
    ['ar', '/', '/ar'],
  ] as const)('%s %s', (locale, path, expected) => expect(localisedPath(locale, path)).toBe(expected));
  it('take what is no language for English', () => expect(toLocale('xx')).toBe('en'));
});

import { describe, expect, it } from 'vitest';
import { variantOf } from './variant.ts';

const ask = (url: string, cookie?: string, method = 'GET') => variantOf({ url, method, headers: { cookie } });

describe('pages in the chosen currency', () => {
  it.each([
    ['/', '/~/EUR'],
    ['/?a=1', '/~/EUR?a=1'],
    ['/de', '/de/~/EUR'],
    ['/sale', '/~/EUR/sale'],
    ['/ar/p/mug?variant=1', '/ar/~/EUR/p/mug?variant=1'],
    ['/c/home-living/kitchen', '/~/EUR/c/home-living/kitchen'],
    ['/_next/data/b1/en.json', '/_next/data/b1/en/~/EUR.json'],
    ['/_next/data/b1/en/index.json', '/_next/data/b1/en/~/EUR.json'],
    ['/_next/data/b1/de/p/mug.json?slug=mug', '/_next/data/b1/de/~/EUR/p/mug.json?slug=mug'],
  ])('%s', (url, path) => expect(ask(url, 'x=1; mh_currency=EUR')).toEqual({ path }));

  it.each([
    '/cart',
    '/checkout',
    '/search?q=a',
    '/help/delivery',
    '/api/healthz',
    '/_next/static/chunks/a.js',
    '/desk',
  ])('leaves %s as it is', (url) => expect(ask(url, 'mh_currency=EUR')).toBeUndefined());

  it.each([
    ['the shop’s own currency', 'mh_currency=GBP'],
    ['something that is none', 'mh_currency=XXX/../..'],
    ['no choice', undefined],
  ])('keeps to the plain page for %s', (_, cookie) => expect(ask('/p/mug', cookie)).toBeUndefined());

  it('leaves writes alone', () => expect(ask('/', 'mh_currency=EUR', 'POST')).toBeUndefined());
});

it.each(['/~/EUR/p/mug', '/de/~/EUR', '/%7E/EUR', '/_next/data/b1/en/~/EUR.json'])('%s is nobody’s address', (url) =>
  expect(ask(url)).toEqual({ notFound: true }),
);

describe('the front door', () => {
  it('leads to the language chosen before, and only from there', () => {
    expect(ask('/?a=1', 'mh_locale=de')).toEqual({ redirect: '/de?a=1' });
    expect(ask('/', 'mh_locale=en')).toBeUndefined();
    expect(ask('/', 'mh_locale=//evil')).toBeUndefined();
    expect(ask('/p/mug', 'mh_locale=de')).toBeUndefined();
  });
});

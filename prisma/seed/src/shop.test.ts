import { productDraftSchema } from '@mallhive/catalog/contract';
import { describe, expect, it } from 'vitest';
import { departments } from './categories.ts';
import { productLines } from './content/index.ts';
import { generateShop } from './index.ts';
import { loadIconPackage } from './pictures/index.ts';
import { nounTexts } from './translations/nouns.ts';

const now = new Date('2026-06-15T12:00:00Z');
const shop = generateShop({ now });
const leaves = departments.flatMap(({ slug, leaves: own }) => own.map((leaf) => `${slug}/${leaf.slug}`));

describe('the demo shop', () => {
  it('is the same every time', () => {
    const again = generateShop({ now });
    expect(again.products).toEqual(shop.products);
    expect(again.orders).toEqual(shop.orders);
    expect([...again.scenes.keys()]).toEqual([...shop.scenes.keys()]);
  });

  it('keeps its pictures whatever the day', () => {
    const later = generateShop({ now: new Date(now.getTime() + 86_400_000 * 40) });
    expect([...later.scenes.keys()]).toEqual([...shop.scenes.keys()]);
  });

  it('is as large as promised, with something on every shelf', () => {
    expect(shop.products.length).toBeGreaterThanOrEqual(640);
    expect(shop.sellers).toHaveLength(12);
    expect(leaves.length).toBeGreaterThanOrEqual(25);
    for (const leaf of leaves)
      expect(shop.products.filter(({ categoryPath }) => categoryPath === leaf).length, leaf).toBeGreaterThanOrEqual(10);
    for (const { slug } of shop.sellers)
      expect(
        shop.products.some(({ sellerSlug }) => sellerSlug === slug),
        slug,
      ).toBe(true);
  });

  it('fits the catalog and names nothing twice', () => {
    const sellerId = '01900000-0000-7000-8000-000000000000';
    for (const { sellerSlug: _, appeal: __, ...draft } of shop.products)
      productDraftSchema.parse({ ...draft, sellerId });
    const slugs = shop.products.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    const skus = shop.products.flatMap(({ variants }) => variants.map(({ sku }) => sku));
    expect(new Set(skus).size).toBe(skus.length);
    const titles = shop.products.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('speaks four languages: every category, nine products in ten, and every kind of product has a word', () => {
    const missing = shop.categories.filter(({ translations = {} }) =>
      ['de', 'fr', 'ar'].some((language) => !(language in translations)),
    );
    expect(missing.map(({ path }) => path)).toEqual([]);
    expect(productLines.map(({ noun }) => noun).filter((noun) => !(noun in nounTexts))).toEqual([]);
    const translated = shop.products.filter(({ translations = {} }) => translations.ar);
    expect(translated.length / shop.products.length).toBeGreaterThan(0.85);
    expect(translated.length).toBeLessThan(shop.products.length);
  });

  it('has own prices in euros for some, above the price in pounds and below what it was before', () => {
    const own = shop.products.flatMap(({ variants }) => variants).filter(({ prices }) => prices?.EUR);
    expect(own.length).toBeGreaterThan(50);
    for (const { price, prices } of own) {
      const euros = prices?.EUR;
      expect(euros?.amount).toBeGreaterThan(price);
      if (euros?.compareAt) expect(euros.compareAt).toBeGreaterThan(euros.amount);
    }
  });

  it('has sane prices, sales and stock', () => {
    for (const { title, variants } of shop.products) {
      expect(variants.length, title).toBeLessThanOrEqual(24);
      for (const { price, compareAt, stock } of variants) {
        expect(price, title).toBeGreaterThanOrEqual(60);
        expect(price, title).toBeLessThanOrEqual(200_000);
        if (compareAt) expect(compareAt, title).toBeGreaterThan(price);
        expect(stock, title).toBeGreaterThanOrEqual(0);
      }
    }
    const onSale = shop.products.filter(({ variants }) => variants.some(({ compareAt }) => compareAt)).length;
    expect(onSale / shop.products.length).toBeGreaterThan(0.1);
    expect(onSale / shop.products.length).toBeLessThan(0.2);
    const soldOut = shop.products.filter(({ variants }) => variants.every(({ stock }) => stock === 0)).length;
    expect(soldOut).toBeGreaterThan(3);
    expect(soldOut).toBeLessThan(shop.products.length * 0.08);
    const several = shop.products.filter(({ variants }) => variants.length > 1).length;
    expect(several / shop.products.length).toBeGreaterThan(0.6);
  });

  it('leaves no template open and no text empty', () => {
    for (const { title, subtitle, description, highlights, attributes, options, variants } of shop.products) {
      const texts = [
        title,
        subtitle,
        description,
        ...(highlights ?? []),
        ...(attributes ?? []).map(({ value }) => value),
      ];
      for (const text of texts) expect(text, title).toMatch(/^[^{}|=]+$/);
      expect(highlights?.length, title).toBe(4);
      for (const option of options ?? [])
        for (const variant of variants) expect(variant.optionValues?.[option.name], title).toBeTruthy();
    }
  });

  it('has pictures for all it shows, of icons that exist', async () => {
    const icons = loadIconPackage();
    for (const name of shop.icons) expect(await icons.svg(name), name).toBeTruthy();
    const hashes = shop.products.flatMap(({ images }) => (images ?? []).map(({ url }) => url.split('/')[2] ?? ''));
    expect(hashes.every((hash) => shop.scenes.has(hash))).toBe(true);
    for (const { title, images, variants } of shop.products) {
      expect(images?.length, title).toBeGreaterThanOrEqual(3);
      for (const { imageIndex } of variants)
        if (imageIndex !== null && imageIndex !== undefined) expect(images?.[imageIndex], title).toBeDefined();
    }
  });

  it('has believable reviews: none from the future, none twice on one product', () => {
    let count = 0;
    for (const { title, reviews, createdAt } of shop.products) {
      const bodies = (reviews ?? []).map(({ body }) => body);
      expect(new Set(bodies).size, title).toBe(bodies.length);
      expect(bodies.length).toBeLessThanOrEqual(12);
      count += bodies.length;
      for (const review of reviews ?? []) {
        expect(review.createdAt.getTime()).toBeLessThanOrEqual(now.getTime());
        expect(review.createdAt.getTime()).toBeGreaterThan(createdAt?.getTime() ?? 0);
      }
    }
    expect(count).toBeGreaterThan(1_000);
  });

  it('has past orders up to now, also today and yesterday, of what it sells', () => {
    const variants = new Map(
      shop.products.flatMap(({ slug, variants: own }) =>
        own.map(({ sku, price }) => [`${slug}/${sku}`, price] as const),
      ),
    );
    for (const { placedAt, lines } of shop.orders) {
      expect(placedAt.getTime()).toBeLessThanOrEqual(now.getTime());
      for (const { slug, sku, unitPrice } of lines) expect(variants.get(`${slug}/${sku}`)).toBe(unitPrice);
    }
    const on = (date: string) => shop.orders.filter(({ placedAt }) => placedAt.toISOString().startsWith(date)).length;
    expect(on('2026-06-15')).toBeGreaterThan(3);
    expect(on('2026-06-14')).toBeGreaterThan(8);
    expect(new Set(shop.orders.map(({ sourceRef }) => sourceRef)).size).toBe(shop.orders.length);
  });
});

import { expect, it } from 'vitest';
import { products } from '../fixtures/products.ts';
import { productJsonLd } from './json-ld.ts';

function fixture(name: string) {
  const found = products[name];
  if (!found) throw new Error(name);
  return found.product;
}

it('offers each variant with its own address, price and stock', () => {
  const [product] = productJsonLd(fixture('variants'));
  const { offers } = product as { offers: Array<Record<string, unknown>> };
  expect(offers).toHaveLength(5);
  expect(offers[0]).toMatchObject({
    price: '249.00',
    priceCurrency: 'GBP',
    availability: 'https://schema.org/InStock',
  });
  expect(offers[3]).toMatchObject({ availability: 'https://schema.org/OutOfStock' });
});

it('claims no rating where there are no reviews', () => {
  const [product] = productJsonLd(fixture('bare'));
  expect(product).not.toHaveProperty('aggregateRating');
  expect(product).not.toHaveProperty('review');
  expect(product).not.toHaveProperty('brand');
});

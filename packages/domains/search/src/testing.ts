import { type Currency, newId } from '@mallhive/kernel';
import type { Hit } from './contract.ts';
import type { ProductSource, SearchableProduct } from './ports.ts';

type Overrides = Partial<Omit<SearchableProduct, 'card' | 'prices' | 'variants' | 'categories' | 'attributes'>> & {
  colour?: string;
  size?: string;
  /** Of every currency, unless `prices` says otherwise. */
  price?: number;
  compareAt?: number;
  prices?: Partial<Record<Currency, number>>;
  variants?: { sku: string; barcode?: string; optionValues: Record<string, string> }[];
  categories?: { path: string; name: string; names?: Record<string, string> }[];
  attributes?: Partial<SearchableProduct['attributes'][number]>[];
  card?: Partial<Hit>;
};

let revision = 0;

/** A published product as the catalog would hand it over. */
export function searchableProduct({
  colour,
  size,
  price = 4900,
  compareAt,
  prices = {},
  variants,
  categories = [{ path: 'home-living', name: 'Home & living' }],
  attributes = [],
  ...overrides
}: Overrides = {}): SearchableProduct {
  const productId = overrides.productId ?? newId();
  const title = overrides.title ?? 'Oak chair';
  const slug = overrides.slug ?? `product-${productId.slice(-8)}`;
  const sellerSlug = overrides.sellerSlug ?? 'oak-ember';
  const sellerName = overrides.sellerName ?? 'Oak & Ember';
  const optionValues = { ...(colour && { Colour: colour }), ...(size && { Size: size }) };
  revision += 1;
  return {
    productId,
    slug,
    title,
    subtitle: '',
    description: 'Something well made for the house.',
    brand: '',
    highlights: [],
    tags: [],
    attributes: attributes.map((attribute) => ({
      name: 'Material',
      value: 'Oak',
      filterable: true,
      names: {},
      values: {},
      ...attribute,
    })),
    variants: (variants ?? [{ sku: `SKU-${productId.slice(-8)}`, optionValues }]).map((variant) => ({
      barcode: '',
      ...variant,
    })),
    categories: categories.map((category) => ({ names: {}, ...category })),
    translations: {},
    sellerSlug,
    sellerName,
    prices: {
      EUR: { amount: prices.EUR ?? price, compareAt: compareAt ?? null },
      USD: { amount: prices.USD ?? price, compareAt: compareAt ?? null },
      GBP: { amount: prices.GBP ?? price, compareAt: compareAt ?? null },
      JPY: { amount: prices.JPY ?? price, compareAt: compareAt ?? null },
    },
    rating: 4,
    ratingCount: 3,
    available: true,
    createdAt: '2026-06-01T00:00:00.000Z',
    revision,
    ...overrides,
    card: {
      id: productId,
      slug,
      title,
      image: null,
      hoverImage: null,
      price: { current: { amount: price, currency: 'GBP' }, compareAt: null },
      fromPrice: false,
      rating: { average: overrides.rating ?? 4, count: overrides.ratingCount ?? 3 },
      seller: { id: newId(), slug: sellerSlug, name: sellerName },
      available: overrides.available ?? true,
      singleVariantId: null,
      badges: [],
      ...overrides.card,
    },
  };
}

/** The catalog's side of the port, in memory. */
export function fakeProductSource(initial: readonly SearchableProduct[] = []) {
  const products = new Map(initial.map((product) => [product.productId, product]));
  const source: ProductSource = {
    productsForIndex: async (ids) => ids.flatMap((id) => products.get(id) ?? []),
    publishedProductIds: async (after, limit) =>
      [...products.keys()]
        .toSorted()
        .filter((id) => after === null || id > after)
        .slice(0, limit),
  };
  return {
    source,
    put: (...changed: SearchableProduct[]) => {
      for (const product of changed) products.set(product.productId, product);
    },
    withdraw: (productId: string) => products.delete(productId),
  };
}

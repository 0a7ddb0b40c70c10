import { parseArgs } from 'node:util';
import { compose } from '../compose.ts';
import { readConfig } from '../config.ts';

/** Adds `--products` products of `--variants` variants each to a seeded shop, for measurements. Idempotent. */
const { values } = parseArgs({
  options: { products: { type: 'string', default: '1000' }, variants: { type: 'string', default: '3' } },
});
const count = Number(values.products);
const variantCount = Number(values.variants);
const sizes = ['Small', 'Medium', 'Large', 'Extra large', 'Giant', 'Family'];

const composition = compose({ ...readConfig(), logLevel: 'warn' });
try {
  const { catalog, cart, search, identity } = composition.facades;
  const { categories } = await catalog.categories();
  const leaves = categories.filter(({ productCount, path }) => productCount > 0 && path.includes('/'));
  if (leaves.length === 0) throw new Error('Seed the shop first: its categories are used');
  const seller = {
    slug: 'measured-goods',
    name: 'Measured Goods',
    tagline: 'For benchmarks',
    description: '',
    logoUrl: '',
    bannerUrl: '',
    country: 'GB',
  };
  const sellerId = (await identity.upsertSellers([seller])).get(seller.slug);
  if (!sellerId) throw new Error('Identity did not keep the seller');
  await catalog.upsertSellerProfiles([
    { ...seller, sellerId, since: new Date(), changedAt: new Date(), status: 'approved' },
  ]);

  const products = await catalog.upsertProducts(
    Array.from({ length: count }, (_, index) => ({
      sellerId,
      sourceRef: `fill-${index}`,
      slug: `measured-thing-${index}`,
      title: `Measured thing ${index}`,
      description: 'A thing of ordinary size, with a description of ordinary length. '.repeat(6),
      attributes: [{ name: 'Material', value: ['Oak', 'Linen', 'Steel'][index % 3] ?? 'Oak' }],
      categoryPath: leaves[index % leaves.length]?.path ?? '',
      options: [{ name: 'Size', values: sizes.slice(0, variantCount).map((value) => ({ value, swatch: null })) }],
      variants: sizes.slice(0, variantCount).map((size, position) => ({
        sku: `FILL-${index}-${position}`,
        title: size,
        optionValues: { Size: size },
        price: 500 + ((index * 37) % 9000) + position * 100,
        stock: 100_000,
      })),
    })),
  );
  const levels = products.flatMap(({ id: productId, variants }) =>
    variants.map(({ id: variantId }) => ({ variantId, productId, sellerId, onHand: 100_000 })),
  );
  await cart.upsertStock(levels);
  await search.indexProducts(products.map(({ id }) => id));
  console.log(`${products.length} products of ${variantCount} variants`);
} finally {
  await composition.close();
}

import { createHash } from 'node:crypto';
import { plainText } from '../rich-text.ts';
import type { Upsert, UpsertRows } from '../upsert.repository.ts';
import type { Plan } from './plan-product.ts';
import type { ProductState } from './state.repository.ts';

type Write = Extract<Plan, { kind: 'write' }>;

/** Lower-case letters and digits with dashes; empty when nothing of a name can be written so. */
function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 120)
    .replace(/-+$/g, '');
}

/** The address of a new product: from its title; told apart from others by something that is the same on every run. */
function chooseSlug(sellerId: string, next: ProductState, owners: Map<string, string>): string {
  const wanted = slugOf(next.title) || 'product';
  if (!owners.has(wanted)) return wanted;
  const suffix = createHash('sha256').update(`${sellerId}\0${next.handle}`).digest('hex').slice(0, 8);
  return `${wanted}-${suffix}`;
}

function rowsOf(sellerId: string, writes: readonly Write[], owners: Map<string, string>): UpsertRows {
  const rows: UpsertRows = {
    products: [],
    variants: [],
    prices: [],
    sales: [],
    saleProductIds: [],
    translations: [],
    media: [],
    reviews: [],
    createdIds: new Set(),
    previousSlugs: new Map(),
    previousPaths: new Map(),
  };
  for (const { current, next } of writes) {
    const { id } = next;
    const slug = current?.slug ?? chooseSlug(sellerId, next, owners);
    owners.set(slug, id);
    if (!current) rows.createdIds.add(id);
    else if (current.category !== next.category) rows.previousPaths.set(id, current.category);
    rows.products.push({
      id,
      sellerId,
      sourceRef: next.handle,
      draftHash: null,
      slug,
      title: next.title,
      subtitle: next.subtitle,
      description: plainText(next.descriptionHtml),
      descriptionHtml: next.descriptionHtml,
      highlights: next.highlights,
      attributes: next.attributes,
      attributeValues: next.attributeValues,
      brand: next.brand,
      tags: next.tags,
      seoTitle: next.seoTitle,
      seoDescription: next.seoDescription,
      categoryId: next.categoryId,
      status: next.status,
      options: next.options,
    });
    next.images.forEach((image, position) => {
      rows.media.push({ ...image, productId: id, position });
    });
    for (const variant of next.variants.filter(({ active }) => active)) {
      const { prices, active, ...fields } = variant;
      rows.variants.push({ ...fields, productId: id, sellerId });
      for (const [currency, price] of Object.entries(prices)) {
        rows.prices.push({ variantId: variant.id, currency, ...price });
      }
    }
  }
  return rows;
}

/** Stores planned products through the same statements as every other bulk write. */
export async function writeProducts(upsert: Upsert, sellerId: string, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  const wanted = writes.filter(({ current }) => !current).map(({ next }) => slugOf(next.title) || 'product');
  const owners = wanted.length > 0 ? await upsert.slugOwners([...new Set(wanted)]) : new Map<string, string>();
  await upsert.save(rowsOf(sellerId, writes, owners));
}

/** Of the products written, the units that the file states can be sold. */
export function statedStock(sellerId: string, writes: readonly Write[]) {
  return writes.flatMap(({ next, stock }) =>
    next.variants.flatMap(({ id, sku }) => {
      const available = stock.get(sku);
      return available === undefined ? [] : [{ variantId: id, productId: next.id, sellerId, available }];
    }),
  );
}

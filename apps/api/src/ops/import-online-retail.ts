import {
  categoryNames,
  categoryRules,
  department,
  fallback,
  type ImportedOrder,
  type ImportedProduct,
  type OnlineRetail,
} from '@mallhive/importer';
import { composeImportedCategory, composeImportedPictures, createAlbum, slugify } from '@mallhive/seed';
import type { MediaStore } from '../media/index.ts';
import type { Progress } from './import-progress.ts';
import { recordPastOrders } from './record-past-orders.ts';
import type { SeedTarget } from './seed-shop.ts';

const source = 'online-retail';
const seller = {
  slug: 'albion-gift-warehouse',
  name: 'Albion Gift Warehouse',
  tagline: 'Three thousand small presents under one roof.',
  description:
    'The catalogue and the order book of a real British gift wholesaler, imported from the Online Retail data set (Chen, 2015; UCI Machine Learning Repository; CC BY 4.0).',
  country: 'GB',
};

export interface ImportOutcome {
  products: { created: number; updated: number; unchanged: number };
  customers: { created: number; known: number };
  orders: { imported: number; known: number };
}

interface Sellable {
  productId: string;
  variantId: string;
  slug: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
}

/** Puts a cleaned file into the shop. Everything is known again by its number in the file, so a second run adds nothing. */
export async function importOnlineRetail(
  target: SeedTarget,
  data: OnlineRetail,
  progress: Progress,
): Promise<ImportOutcome> {
  const { identity, catalog, cart, search } = target.facades;
  const now = new Date();
  const sellerId = (await identity.upsertSellers([seller])).get(seller.slug) ?? '';
  await catalog.upsertSellerProfiles([
    { ...seller, sellerId, logoUrl: '', bannerUrl: '', since: now, changedAt: now, status: 'approved' },
  ]);

  const pictures = await describePictures(target.mediaStore, data.products);
  await catalog.upsertCategories(categoryDrafts(pictures.categoryImage));

  progress.stage('Products', 'products');
  const outcome = { created: 0, updated: 0, unchanged: 0 };
  const sellable = new Map<string, Sellable>();
  for (let start = 0; start < data.products.length; start += 500) {
    const batch = data.products.slice(start, start + 500);
    const stored = await catalog.upsertProducts(
      batch.map((product) => toDraft(product, sellerId, pictures.images(product))),
    );
    const bySourceRef = new Map(stored.map((product) => [product.sourceRef, product]));
    const levels = batch.flatMap((product) => {
      const known = bySourceRef.get(product.sourceRef);
      if (!known) return [];
      outcome[known.outcome] += 1;
      const ids = new Map(known.variants.map(({ sku, id }) => [sku, id]));
      const imageUrl = pictures.images(product)[0]?.url ?? null;
      return product.variants.flatMap(({ sku, stock, value: variantTitle }) => {
        const variantId = ids.get(sku);
        if (!variantId) return [];
        sellable.set(sku, {
          productId: known.id,
          variantId,
          slug: known.slug,
          title: product.title,
          variantTitle,
          imageUrl,
        });
        // What is on the shelf of a known product is the shop's business now.
        return known.outcome === 'created' ? [{ variantId, productId: known.id, sellerId, onHand: stock }] : [];
      });
    });
    await cart.upsertStock(levels);
    progress.update(Math.min(start + 500, data.products.length), data.products.length);
  }

  progress.stage('Customers', 'customers');
  const users = new Map<string, string>();
  let created = 0;
  for (let start = 0; start < data.customers.length; start += 1_000) {
    const batch = data.customers.slice(start, start + 1_000);
    const reply = await identity.importCustomers(
      batch.map((number) => ({ source, sourceRef: number, email: emailOf(number), name: nameOf(number) })),
    );
    created += reply.created;
    for (const [number, id] of reply.ids) users.set(number, id);
    progress.update(Math.min(start + 1_000, data.customers.length), data.customers.length);
  }

  progress.stage('Past orders', 'orders');
  let imported = 0;
  let done = 0;
  let batch: ReturnType<typeof toHistoric>[] = [];
  const flush = async (): Promise<void> => {
    imported += await recordPastOrders(target.facades, batch);
    done += batch.length;
    batch = [];
    progress.update(done, data.orderCount);
  };
  for (const order of data.orders()) {
    batch.push(toHistoric(order, sellable, users, sellerId));
    if (batch.length === 400) await flush();
  }
  if (batch.length > 0) await flush();
  await target.facades.analytics.rollUpSales();

  progress.stage('Search index', 'products');
  await search.rebuild((indexed) => progress.update(indexed, Math.max(indexed, data.products.length)));
  progress.stage('Recommendations', 'steps');
  await search.refreshRecommendations();
  progress.update(1, 1);
  progress.end();
  return {
    products: outcome,
    customers: { created, known: data.customers.length - created },
    orders: { imported, known: data.orderCount - imported },
  };
}

const nameOf = (customer: string): string => (customer ? `Customer ${customer}` : 'Guest');
const emailOf = (customer: string): string => `customer-${customer}@example.test`;

function toHistoric(
  order: ImportedOrder,
  sellable: Map<string, Sellable>,
  users: Map<string, string>,
  sellerId: string,
) {
  return {
    source,
    sourceRef: order.sourceRef,
    placedAt: order.placedAt,
    currency: 'GBP' as const,
    userId: users.get(order.customer) ?? null,
    email: order.customer ? emailOf(order.customer) : `guest-${order.sourceRef.toLowerCase()}@example.test`,
    name: nameOf(order.customer),
    country: order.country,
    lines: order.lines.map(({ sku, quantity, unitPrice }) => {
      const known = sellable.get(sku);
      if (!known) throw new Error(`Order ${order.sourceRef} names ${sku}, which is not in the shop`);
      return { ...known, sku, quantity, unitPrice, sellerId, sellerSlug: seller.slug, sellerName: seller.name };
    }),
  };
}

type Images = ReturnType<typeof composeImportedPictures>;

function toDraft(product: ImportedProduct, sellerId: string, images: Images) {
  const option = product.option;
  return {
    sellerId,
    sourceRef: product.sourceRef,
    slug: slugify(product.title),
    title: product.title,
    subtitle: '',
    description: [
      `${product.title}, from the shelves of ${seller.name}.`,
      product.alsoKnownAs.length > 0 ? `Also listed as ${product.alsoKnownAs.join('; ')}.` : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
    attributes: product.colour && !option ? [{ name: 'Colour', value: capital(product.colour) }] : [],
    brand: seller.name,
    categoryPath: product.category,
    createdAt: product.firstSoldAt,
    images,
    options: option ? [{ name: option, values: product.variants.map(({ value }) => ({ value, swatch: null })) }] : [],
    variants: product.variants.map(({ sku, value, price, stock }) => ({
      sku,
      title: value,
      optionValues: option ? { [option]: value } : {},
      price,
      stock,
    })),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function categoryDrafts(imageOf: (slug: string, name: string) => Images[number] | null) {
  const root = { path: department.path, name: department.name, description: department.description, position: 90 };
  const leaves = Object.entries(categoryNames).map(([slug, { name, description }], position) => ({
    path: `${department.path}/${slug}`,
    name,
    description,
    position,
    image: imageOf(slug, name),
  }));
  return [{ ...root, image: imageOf('', department.name) }, ...leaves];
}

/** Pictures of the objects that the names suggest, when the shop has the icons they are drawn from; else none. */
async function describePictures(store: MediaStore, products: readonly ImportedProduct[]) {
  const icons = new Set([...categoryRules.map(({ icon }) => icon), fallback.icon]);
  const present = new Set<string>();
  for (const icon of icons) if (await store.readIcon(icon)) present.add(icon);
  const album = createAlbum();
  const made = new Map<string, Images>();
  for (const product of products)
    if (present.has(product.icon))
      made.set(product.sourceRef, composeImportedPictures({ ...product, slug: slugify(product.title) }, album));
  const ofCategory = (slug: string): string[] => {
    const own = slug ? categoryRules.filter(({ category }) => category.endsWith(`/${slug}`)) : categoryRules;
    return [...new Set(own.map(({ icon }) => icon))].filter((icon) => present.has(icon)).slice(0, 3);
  };
  const categoryImages = new Map(
    ['', ...Object.keys(categoryNames)].flatMap((slug) => {
      const own = ofCategory(slug);
      const name = categoryNames[slug]?.name ?? department.name;
      if (slug === 'other-gifts' && present.has(fallback.icon)) own.push(fallback.icon);
      return own.length > 0
        ? [[slug, composeImportedCategory({ name, slug: slug || department.path, icons: own }, album)] as const]
        : [];
    }),
  );
  const scenes = [...album.scenes];
  for (let start = 0; start < scenes.length; start += 64)
    await Promise.all(
      scenes
        .slice(start, start + 64)
        .map(([hash, scene]) => store.write(hash, { kind: 'scene', body: Buffer.from(scene) })),
    );
  return {
    images: (product: ImportedProduct): Images => made.get(product.sourceRef) ?? [],
    categoryImage: (slug: string, _name: string) => categoryImages.get(slug) ?? null,
  };
}

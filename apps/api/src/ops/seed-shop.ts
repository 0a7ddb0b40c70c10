import { type DemoShop, demoApplication, type SeedOrder } from '@mallhive/seed';
import type { Composition } from '../compose.ts';
import { recordPastOrders } from './record-past-orders.ts';
import { seedMedia } from './seed-media.ts';
import { seedViews } from './seed-views.ts';
import { stableId } from './stable-id.ts';

export interface SeedTarget {
  facades: Pick<Composition['facades'], 'identity' | 'catalog' | 'cart' | 'search' | 'analytics' | 'orders'>;
  mediaStore: Composition['mediaStore'];
  currency: Composition['config']['currency'];
}

interface Sold {
  productId: string;
  variantId: string;
  slug: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  sellerId: string;
  sellerSlug: string;
  sellerName: string;
}

/**
 * Fills the shop, through the same doors as everybody else. May stop anywhere and run again.
 * The search index comes last and so tells whether all the rest is there.
 */
export async function seedShop(target: SeedTarget, shop: DemoShop, say: (text: string) => void): Promise<void> {
  const { identity, catalog, cart, search } = target.facades;
  say(`${await seedMedia(target.mediaStore, shop)} pictures described`);

  const sellerIds = await identity.upsertSellers(
    shop.sellers.map(({ slug, name, tagline, description, logoUrl, bannerUrl, country, since }) => ({
      slug,
      name,
      tagline,
      description,
      logoUrl,
      bannerUrl,
      country,
      createdAt: since,
    })),
  );
  const idOf = (slug: string): string => {
    const id = sellerIds.get(slug);
    if (!id) throw new Error(`Identity knows no seller ${slug}`);
    return id;
  };
  await catalog.upsertSellerProfiles(
    shop.sellers.map(({ slug, name, tagline, description, logoUrl, bannerUrl, country, since }) => ({
      sellerId: idOf(slug),
      slug,
      name,
      tagline,
      description,
      logoUrl,
      bannerUrl,
      country,
      since,
      changedAt: since,
      status: 'approved' as const,
    })),
  );
  const userIds = await identity.upsertUsers(
    shop.accounts.map(({ email, name, password, role, sellerSlug, sellerRole = 'owner' }) => ({
      email,
      name,
      password,
      administrator: role === 'administrator',
      memberships: sellerSlug ? [{ sellerSlug, role: sellerRole }] : [],
    })),
  );
  const { email: applicant, ...application } = demoApplication;
  await identity.applyToSell(
    { id: userIds.get(applicant) ?? '', emailVerified: true },
    { ...application, id: stableId(new Date(0), 'application', application.slug), acceptTerms: true },
  );
  const customers = await identity.importCustomers(
    shop.customers.map(({ email, name }) => ({ source: 'demo', sourceRef: email, email, name })),
  );
  say(`${shop.sellers.length} sellers, ${shop.accounts.length} accounts, ${shop.customers.length} customers`);

  await catalog.upsertCategories(shop.categories);
  const stored = await catalog.upsertProducts(
    shop.products.map(({ sellerSlug, appeal: _, ...draft }) => ({ ...draft, sellerId: idOf(sellerSlug) })),
  );
  say(`${stored.length} products in ${shop.categories.length} categories`);

  const bySourceRef = new Map(stored.map((product) => [product.sourceRef, product]));
  const names = new Map(shop.sellers.map(({ slug, name }) => [slug, name]));
  const sold = new Map<string, Sold>();
  const levels = shop.products.flatMap((product) => {
    const known = bySourceRef.get(product.sourceRef);
    if (!known) throw new Error(`The catalog did not store ${product.slug}`);
    const variantIds = new Map(known.variants.map(({ sku, id }) => [sku, id]));
    return product.variants.map(({ sku, stock, title: variantTitle = '', imageIndex }) => {
      const variantId = variantIds.get(sku) ?? '';
      const { id: productId, slug, sellerId } = known;
      const { sellerSlug, title } = product;
      const sellerName = names.get(sellerSlug) ?? '';
      const imageUrl = product.images?.[imageIndex ?? 0]?.url ?? null;
      sold.set(`${product.slug}/${sku}`, {
        productId,
        variantId,
        slug,
        title,
        variantTitle,
        imageUrl,
        sellerId,
        sellerSlug,
        sellerName,
      });
      return { variantId, productId, sellerId, onHand: stock };
    });
  });
  await cart.upsertStock(levels);
  say(`${levels.length} variants in stock`);

  const users = new Map([...userIds, ...customers.ids]);
  const people = new Map([...shop.customers, ...shop.accounts].map(({ email, name }) => [email, name]));
  const past = shop.orders.map((order) => ({
    ...toHistoric(order, sold, users, target.currency),
    name: people.get(order.email) ?? '',
  }));
  await recordPastOrders(target.facades, past);
  await target.facades.analytics.rollUpSales();
  await seedViews(target.facades, shop, bySourceRef);
  await search.refreshRecommendations();
  say(`${past.length} past orders`);

  const { indexed } = await search.rebuild();
  // Popularity is kept in the index, which did not exist before.
  await search.refreshRecommendations();
  say(`${indexed} products searchable`);
}

function toHistoric(
  order: SeedOrder,
  sold: Map<string, Sold>,
  users: Map<string, string>,
  currency: Composition['config']['currency'],
) {
  return {
    source: 'demo',
    sourceRef: order.sourceRef,
    placedAt: order.placedAt,
    currency,
    userId: users.get(order.email) ?? null,
    email: order.email,
    country: order.country,
    lines: order.lines.map(({ slug, sku, quantity, unitPrice }) => {
      const known = sold.get(`${slug}/${sku}`);
      if (!known) throw new Error(`A past order names ${slug} ${sku}, which is not in the shop`);
      return { ...known, sku, quantity, unitPrice };
    }),
  };
}

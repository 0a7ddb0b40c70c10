import type { Database } from '@mallhive/db';
import { type Clock, newId } from '@mallhive/kernel';
import type { Actor } from './actor.ts';
import type { CategoryDraft, ProductDraft } from './contract.ts';
import { createCatalog } from './index.ts';
import type { SellerProfileDraft } from './upsert-seller-profiles.ts';

/** Factories for tests of this and other domains. Every value can be overridden. */
export function sellerProfile(overrides: Partial<SellerProfileDraft> = {}): SellerProfileDraft {
  const sellerId = overrides.sellerId ?? newId();
  return {
    sellerId,
    slug: `seller-${sellerId.slice(-8)}`,
    name: 'Oak & Ember',
    tagline: 'Made by hand',
    description: 'A small workshop.',
    logoUrl: '/media/logo.webp',
    bannerUrl: '/media/banner.webp',
    country: 'GB',
    changedAt: new Date('2026-01-01T00:00:00Z'),
    status: 'approved',
    ...overrides,
  };
}

export function productDraft(overrides: Partial<ProductDraft> & { sellerId: string }): ProductDraft {
  const sourceRef = overrides.sourceRef ?? newId();
  return {
    sourceRef,
    slug: `product-${sourceRef.slice(-8)}`,
    title: 'Oak chair',
    categoryPath: 'home-living/chairs',
    images: [
      { url: '/media/a/chair.webp', alt: 'Oak chair', width: 1200, height: 1200 },
      { url: '/media/b/chair.webp', alt: 'Oak chair from the side', width: 1200, height: 1200 },
    ],
    options: [],
    variants: [{ sku: `SKU-${sourceRef.slice(-8)}`, price: 4900, stock: 20 }],
    ...overrides,
  };
}

export const categoryDrafts: CategoryDraft[] = [
  { path: 'home-living', name: 'Home & living', position: 1 },
  { path: 'home-living/chairs', name: 'Chairs', position: 1 },
  { path: 'home-living/lamps', name: 'Lamps', position: 2 },
  { path: 'garden', name: 'Garden', position: 2 },
];

export function memberOf(sellerId: string, role = 'owner'): Actor {
  return { id: newId(), memberships: [{ sellerId, role }] };
}

/** A catalog with the categories above and one seller. */
export async function catalogFixture(db: Database, clock: Clock) {
  const catalog = createCatalog({ db, currency: 'GBP', clock });
  await catalog.upsertCategories(categoryDrafts);
  const seller = sellerProfile();
  await catalog.upsertSellerProfiles([seller]);
  return { catalog, seller };
}

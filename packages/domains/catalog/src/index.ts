import { type Currency, systemClock } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Actor } from './actor.ts';
import { applyStockChanged, type StockLevel } from './apply-stock-changed.ts';
import type {
  CategoryDraft,
  ProductDraft,
  productsInput,
  sellerProductInput,
  sellerProductsInput,
  updateProductInput,
} from './contract.ts';
import type { Database } from './database.repository.ts';
import { cardsByIds } from './list.repository.ts';
import { listCategories } from './list-categories.ts';
import { listProducts } from './list-products.ts';
import { createMediaLibrary } from './media/index.ts';
import { sellerProducts } from './list-seller-products.ts';
import type { CatalogPorts, MediaPorts } from './ports.ts';
import { home } from './read-home.ts';
import { sellerProduct } from './read-own-product.ts';
import { readProduct } from './read-product.ts';
import { readSeller } from './read-seller.ts';
import { publishedIds, readForIndex, readSellersOf } from './reader.repository.ts';
import { refreshDueCards } from './refresh-due-cards.ts';
import { createReviews } from './reviews/index.ts';
import { updateProduct } from './update-product.ts';
import { upsertCategories } from './upsert-categories.ts';
import { upsertProducts } from './upsert-products.ts';
import { type SellerProfileDraft, upsertSellerProfiles } from './upsert-seller-profiles.ts';
import { variantsForCart } from './variants-for-cart.ts';

export type { Actor } from './actor.ts';
export type { StockLevel } from './apply-stock-changed.ts';
export type { IndexableProduct } from './reader.repository.ts';
export type { UpsertedProduct } from './upsert-products.ts';
export type { SellerProfileDraft } from './upsert-seller-profiles.ts';
export type { VariantForCart } from './variants-for-cart.ts';

export interface CatalogDependencies extends Partial<CatalogPorts> {
  db: Database;
  currency: Currency;
  /** Object storage and what checks and fetches pictures; without it nothing can be uploaded. */
  media?: MediaPorts;
}

/** The only way into the catalog domain. */
export function createCatalog({ db, currency, clock = systemClock, media }: CatalogDependencies) {
  const ports: CatalogPorts = { clock, currency };
  return {
    product: (input: { slug: string }) => readProduct(db, ports, input.slug),
    products: (input: z.output<typeof productsInput>) => listProducts(db, ports, input),
    categories: () => listCategories(db, ports),
    home: () => home(db, ports),
    seller: (input: { slug: string }) => readSeller(db, input.slug),
    sellerProducts: (actor: Actor, input: z.output<typeof sellerProductsInput>) =>
      sellerProducts(db, ports, actor, input),
    sellerProduct: (actor: Actor, input: z.output<typeof sellerProductInput>) => sellerProduct(db, ports, actor, input),
    updateProduct: (actor: Actor, input: z.output<typeof updateProductInput>) => updateProduct(db, ports, actor, input),

    upsertCategories: (drafts: readonly CategoryDraft[]) => upsertCategories(db, drafts),
    upsertSellerProfiles: (profiles: readonly SellerProfileDraft[]) => upsertSellerProfiles(db, ports, profiles),
    upsertProducts: (drafts: readonly ProductDraft[]) => upsertProducts(db, ports, drafts),
    applyStockChanged: (levels: readonly StockLevel[]) => applyStockChanged(db, ports, levels),
    refreshDueCards: () => refreshDueCards(db, ports),

    variantsForCart: (variantIds: readonly string[]) => variantsForCart(db, ports, variantIds),
    cardsByIds: (ids: readonly string[]) => cardsByIds(db, currency, ids),
    productsForIndex: (ids: readonly string[]) => readForIndex(db, currency, ids),
    publishedProductIds: (after: string | null, limit: number) => publishedIds(db, currency, after, limit),
    sellersOfProducts: (productIds: readonly string[]) => readSellersOf(db, productIds),
    ...createReviews(db, ports),
    ...createMediaLibrary(db, { clock, media: media ?? null }),
  };
}

export type Catalog = ReturnType<typeof createCatalog>;

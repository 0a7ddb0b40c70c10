import { type Currency, defaultLocale, type Locale, systemClock } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Actor } from './actor.ts';
import { applyStockChanged, type StockLevel } from './apply-stock-changed.ts';
import { createCategories } from './category/index.ts';
import type {
  CategoryDraft,
  ProductDraft,
  productsInput,
  sellerProductsInput,
  updateProductInput,
} from './contract.ts';
import type { Database } from './database.repository.ts';
import { createEditor } from './editor/index.ts';
import { createImports } from './import/index.ts';
import { cardsByIds } from './list.repository.ts';
import { listCategories } from './list-categories.ts';
import { listProducts, listProductsJson } from './list-products.ts';
import { sellerProducts } from './list-seller-products.ts';
import { createMediaLibrary } from './media/index.ts';
import { createModeration } from './moderation/index.ts';
import type { CatalogPorts, MediaPorts } from './ports.ts';
import { createRates } from './rates/index.ts';
import { home } from './read-home.ts';
import { readProduct, readProductJson } from './read-product.ts';
import { readSeller } from './read-seller.ts';
import { publishedIds, readCategoriesOf, readForIndex, readSellersOf, variantsForStock } from './reader.repository.ts';
import { refreshDueCards } from './refresh-due-cards.ts';
import { createReviews } from './reviews/index.ts';
import { createShops } from './shop/index.ts';
import { updateProduct } from './update-product.ts';
import { upsertCategories } from './upsert-categories.ts';
import { type UpsertOptions, upsertProducts } from './upsert-products.ts';
import { type SellerProfileDraft, upsertSellerProfiles } from './upsert-seller-profiles.ts';
import { variantsForCart } from './variants-for-cart.ts';

export type { Actor } from './actor.ts';
export type { StockLevel } from './apply-stock-changed.ts';
export type { IndexableProduct } from './reader.repository.ts';
export type { UpsertedProduct } from './upsert-products.ts';
export type { SellerProfileDraft } from './upsert-seller-profiles.ts';
export type { VariantForCart } from './variants-for-cart.ts';

interface AudienceInput {
  locale?: Locale | undefined;
  currency?: Currency | undefined;
}

export interface CatalogDependencies extends Partial<CatalogPorts> {
  db: Database;
  currency: Currency;
  /** Object storage and what checks and fetches pictures; without it nothing can be uploaded. */
  media?: MediaPorts;
}

/** The only way into the catalog domain. */
export function createCatalog({ db, currency, clock = systemClock, people, taxIncluded, media }: CatalogDependencies) {
  const ports: CatalogPorts = { clock, currency, ...(people && { people }), ...(taxIncluded && { taxIncluded }) };
  /** English and the shop's currency, where the caller says nothing else. */
  const audience = (input: AudienceInput = {}) =>
    ({ locale: input.locale ?? 'en', currency: input.currency ?? currency }) as const;
  return {
    product: (input: { slug: string } & AudienceInput) => readProduct(db, ports, input.slug, audience(input)),
    /** What `product` answers, as JSON. */
    productJson: (input: { slug: string } & AudienceInput) => readProductJson(db, ports, input.slug, audience(input)),
    products: (input: z.output<typeof productsInput>) => listProducts(db, ports, input),
    /** What `products` answers, as JSON. */
    productsJson: (input: z.output<typeof productsInput>) => listProductsJson(db, ports, input),
    categories: (input: AudienceInput = {}) => listCategories(db, audience(input).locale),
    home: (input: AudienceInput = {}) => home(db, audience(input)),
    seller: (input: { slug: string }) => readSeller(db, input.slug),
    sellerProducts: (actor: Actor, input: z.output<typeof sellerProductsInput>) =>
      sellerProducts(db, ports, actor, input),
    updateProduct: (actor: Actor, input: z.output<typeof updateProductInput>) => updateProduct(db, ports, actor, input),

    upsertCategories: (drafts: readonly CategoryDraft[]) => upsertCategories(db, drafts),
    upsertSellerProfiles: (profiles: readonly SellerProfileDraft[]) => upsertSellerProfiles(db, ports, profiles),
    upsertProducts: (drafts: readonly ProductDraft[], options: UpsertOptions = {}) =>
      upsertProducts(db, ports, drafts, options),
    applyStockChanged: (levels: readonly StockLevel[]) => applyStockChanged(db, ports, levels),
    refreshDueCards: () => refreshDueCards(db, ports),

    /** Prices in `inCurrency`, or in the shop's. */
    variantsForCart: (variantIds: readonly string[], inCurrency: Currency = currency, locale: Locale = defaultLocale) =>
      variantsForCart(db, ports, variantIds, inCurrency, locale),
    /** What the inventory shows of variants: whose they are and what they are called, with or without a price. */
    variantsForStock: (variantIds: readonly string[]) => variantsForStock(db, variantIds),
    cardsByIds: (ids: readonly string[], input: AudienceInput = {}) => cardsByIds(db, audience(input), ids),
    productsForIndex: (ids: readonly string[]) => readForIndex(db, currency, ids),
    publishedProductIds: (after: string | null, limit: number) => publishedIds(db, after, limit),
    sellersOfProducts: (productIds: readonly string[]) => readSellersOf(db, productIds),
    /** In which category products are now; unknown ones are left out. */
    categoriesOfProducts: (productIds: readonly string[]) => readCategoriesOf(db, productIds),
    ...createEditor(db, ports),
    ...createCategories(db, ports),
    ...createModeration(db, ports),
    ...createRates(db, ports),
    ...createShops(db, ports),
    ...createReviews(db, ports),
    ...createMediaLibrary(db, { clock, media: media ?? null }),
    ...createImports(db, ports, media ?? null),
  };
}

export type Catalog = ReturnType<typeof createCatalog>;

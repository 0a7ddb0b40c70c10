import { type Clock, type Currency, defaultLocale, type RateLimiter } from '@mallhive/kernel';
import type { AdjustRepository } from './adjust.repository.ts';
import type { AlertRepository } from './alerts/alert.repository.ts';
import type { BundleRepository } from './bundles/bundle.repository.ts';
import type { CartStore } from './cart-store.ts';
import type { ClosingRepository } from './closing.repository.ts';
import type { InventoryRepository } from './inventory.repository.ts';
import type { LinesHint } from './lines-hint.ts';
import type { LocationRepository } from './location.repository.ts';
import type { Audience, CartVariant, VariantReader } from './ports.ts';
import type { PromotionRepository } from './promotions/promotion.repository.ts';
import type { StockRepository } from './stock.repository.ts';
import type { WishlistRepository } from './wishlist.repository.ts';

/** What every use case of this package gets. */
export interface Deps {
  carts: CartStore;
  closings: ClosingRepository;
  stock: StockRepository;
  adjust: AdjustRepository;
  inventory: InventoryRepository;
  alerts: AlertRepository;
  bundles: BundleRepository;
  locations: LocationRepository;
  wishes: WishlistRepository;
  promotions: PromotionRepository;
  /** Of guesses at codes. */
  limiter: RateLimiter | null;
  hint: LinesHint;
  variants: VariantReader;
  clock: Clock;
  currency: Currency;
}

/** Where nothing was asked for: English, and the currency that the cart is in, else the shop's. */
export function audienceOf(deps: Deps, wanted: Partial<Audience> = {}, cart?: Currency): Audience {
  return { locale: wanted.locale ?? defaultLocale, currency: wanted.currency ?? cart ?? deps.currency };
}

export async function readVariants(
  deps: Deps,
  ids: readonly string[],
  { currency, locale }: Audience,
): Promise<Map<string, CartVariant>> {
  if (ids.length === 0) return new Map();
  const variants = await deps.variants.variantsForCart(ids, currency, locale);
  return new Map(variants.map((variant) => [variant.variantId, variant]));
}

import type { Currency, Locale, Money } from '@mallhive/kernel';
import type { Database } from './database.repository.ts';
import type { CatalogPorts } from './ports.ts';
import { readVariants } from './reader.repository.ts';

/** What cart and orders show and charge for a variant, as of now. */
export interface VariantForCart {
  variantId: string;
  productId: string;
  slug: string;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  seller: { id: string; slug: string; name: string };
  unitPrice: Money;
  compareAt: Money | null;
  weightGrams: number;
  categoryId: string;
  /** Slugs from the root: `home-living/kitchen`. */
  categoryPath: string;
  /** The category's and those of all above it. */
  categoryIds: string[];
  taxClass: string;
  /** False when the product or the variant can no longer be bought. */
  published: boolean;
}

/** In no particular order; unknown ids are left out. Titles fall back to English. */
export async function variantsForCart(
  db: Database,
  ports: CatalogPorts,
  variantIds: readonly string[],
  currency: Currency,
  locale: Locale,
): Promise<VariantForCart[]> {
  if (variantIds.length === 0) return [];
  const rows = await readVariants(db, variantIds, currency, ports.clock.now(), locale);
  return rows.map(({ compareAmount, ...row }) => ({
    ...row,
    compareAt: compareAmount === null ? null : { amount: compareAmount, currency: currency },
  }));
}

import type { Money } from '@mallhive/kernel';

/** What the cart must know of a variant to show it and to sell it. */
export interface CartVariant {
  variantId: string;
  productId: string;
  slug: string;
  sku: string;
  title: string;
  variantTitle: string;
  imageUrl: string | null;
  seller: { id: string; slug: string; name: string };
  unitPrice: Money;
  /** Before the sale. */
  compareAt: Money | null;
  weightGrams: number;
  /** False when the product or the variant can no longer be bought. */
  published: boolean;
}

/** Filled from the catalog: one read for any number of variants; unknown ones are left out. */
export interface VariantReader {
  variantsForCart(variantIds: readonly string[]): Promise<CartVariant[]>;
}

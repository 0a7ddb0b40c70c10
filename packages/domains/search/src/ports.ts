import type { Clock } from '@mallhive/kernel';
import type { Logger } from '@mallhive/observability';
import type { Hit } from './contract.ts';

/** Everything the index keeps of one published product. */
export interface SearchableProduct {
  productId: string;
  slug: string;
  title: string;
  subtitle: string;
  description: string;
  brand: string;
  highlights: string[];
  attributes: { name: string; value: string }[];
  options: { name: string; values: { value: string }[] }[];
  variants: { sku: string; optionValues: Record<string, string> }[];
  /** The product's category and its ancestors, root first. */
  categories: { path: string; name: string }[];
  sellerSlug: string;
  sellerName: string;
  price: number;
  onSale: boolean;
  rating: number;
  ratingCount: number;
  available: boolean;
  createdAt: string;
  /** Grows with every change; an older copy never replaces a newer one. */
  revision: number;
  card: Hit;
}

/** Filled from the catalog. */
export interface ProductSource {
  /** Those of the products that are published; the others are no longer to be found. */
  productsForIndex(ids: readonly string[]): Promise<SearchableProduct[]>;
  publishedProductIds(after: string | null, limit: number): Promise<string[]>;
}

export interface SearchPorts {
  source: ProductSource;
  clock: Clock;
  logger: Logger;
}

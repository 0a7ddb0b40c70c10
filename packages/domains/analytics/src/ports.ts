import type { Clock, Currency } from '@mallhive/kernel';

/** Filled from the catalog: whose product it is. Unknown products are left out. */
export interface ProductOwners {
  sellersOfProducts(productIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface AnalyticsPorts {
  owners: ProductOwners;
  clock: Clock;
  /** The currency the dashboards show. */
  currency: Currency;
}

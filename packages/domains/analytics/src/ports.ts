import type { Clock, Currency } from '@mallhive/kernel';

/** Filled from the catalog: whose product it is. Unknown products are left out. */
export interface ProductOwners {
  sellersOfProducts(productIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** In which category they are now; without it sales are counted without one. */
  categoriesOfProducts?(productIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** A behaviour event as it lies in storage. Times are ISO 8601 in UTC. */
export interface StoredBehaviour {
  /** Order of arrival; gaps are normal. */
  seq: number;
  id: string;
  /** Null: the visitor did not agree to be counted as one. */
  visitorId: string | null;
  type: string;
  version: number;
  at: string;
  receivedAt: string;
  path: string;
  productId: string | null;
  sellerId: string | null;
  query: string | null;
  results: number | null;
  rail: string | null;
  step: string | null;
  orderId: string | null;
  device: string;
  source: string;
}

/** Where behaviour goes besides the shop's own tables: a stream, a warehouse. */
export interface BehaviourSink {
  /** Names the sink's own progress; never changes. */
  readonly name: string;
  /** Takes all or throws; then the same events come again. At least once, in order of `seq`. */
  write(events: readonly StoredBehaviour[]): Promise<void>;
}

export interface AnalyticsPorts {
  owners: ProductOwners;
  clock: Clock;
  /** The currency the dashboards show. */
  currency: Currency;
}

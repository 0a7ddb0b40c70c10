export type Policy = 'public' | 'shopper' | 'seller' | 'administrator';

/**
 * Only on public queries whose answer depends on their input alone: never on session, cookies or headers.
 * The edge then answers repeated GET requests from memory as ready bytes.
 */
export interface CachePolicy {
  seconds: number;
  /** Names of domain events after which the answer may be old; they empty the entry at once. */
  events?: readonly string[];
  /** `mentions`: only answers in which one of the event's ids occurs (a product's page). `all` (default): every answer of this procedure (lists). */
  match?: 'all' | 'mentions';
}

export interface Meta {
  policy: Policy;
  cache?: CachePolicy;
}

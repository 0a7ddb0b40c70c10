/** `service`: only our own web servers, which prove it with a key that no browser can make them use. */
export type Policy = 'public' | 'shopper' | 'seller' | 'administrator' | 'service';

export type SellerRole = 'owner' | 'manager' | 'fulfilment';

/** What an API key may be allowed: `products:read`. */
export type ApiScope = `${string}:${'read' | 'write'}`;

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
  /** On seller procedures: the roles in the organisation that may call. Absent: every role. The domain checks it again. */
  sellerRoles?: readonly SellerRole[];
  /** On seller mutations: also while the organisation is suspended or rejected. The domain decides again. */
  closedToo?: boolean;
  /** On seller procedures: the scope that opens it to API keys. Absent: not for API keys. */
  scope?: ApiScope;
}

import type { Logger } from '@mallhive/observability';

/** What the session proves about the caller. */
export interface ContextUser {
  id: string;
  email: string;
  name: string;
  roles: ('shopper' | 'seller' | 'administrator')[];
  memberships: { sellerId: string; slug: string; name: string; role: 'owner' | 'manager' | 'fulfilment' }[];
}

/** Made by apps/api for each request. Procedures read it and hand plain values on to the domain. */
export interface Context {
  requestId: string;
  logger: Logger;
  user: ContextUser | null;
  sessionId: string | null;
  /** The secret of a guest's cart cookie. */
  cartToken: string | null;
  setCartToken(token: string): void;
  ip: string;
  userAgent: string;
  /** Told once per procedure called, for metrics. */
  onProcedure?(call: { path: string; type: string; outcome: string; seconds: number }): void;
}

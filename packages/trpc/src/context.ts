import type { Logger } from '@mallhive/observability';
import type { SellerRole } from './meta.ts';

/** What session, token or API key prove about the caller. */
export interface ContextUser {
  id: string;
  email: string;
  name: string;
  /** Without it nobody acts for a seller. */
  emailVerified: boolean;
  roles: ('shopper' | 'seller' | 'administrator')[];
  memberships: {
    sellerId: string;
    slug: string;
    name: string;
    role: SellerRole;
    /** Of the organisation. Its people may still read when it is not approved. */
    status: 'pending' | 'approved' | 'suspended' | 'rejected';
  }[];
}

/** The API key a call came with. `user` is then whoever made the key, reduced to this one organisation. */
export interface ContextApiKey {
  id: string;
  sellerId: string;
  scopes: readonly string[];
}

/** Made by apps/api for each request. Procedures read it and hand plain values on to the domain. */
export interface Context {
  requestId: string;
  logger: Logger;
  user: ContextUser | null;
  sessionId: string | null;
  apiKey?: ContextApiKey | null;
  /** True when one of our own web servers asks, for itself and not for a browser. */
  service?: boolean;
  /** The secret of a guest's cart cookie. */
  cartToken: string | null;
  setCartToken(token: string): void;
  ip: string;
  userAgent: string;
  /** Told once per procedure called, for metrics. */
  onProcedure?(call: { path: string; type: string; outcome: string; seconds: number }): void;
}

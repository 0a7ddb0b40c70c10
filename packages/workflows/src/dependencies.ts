import type { createAnalytics } from '@mallhive/analytics';
import type { createCart } from '@mallhive/cart';
import type { createCatalog } from '@mallhive/catalog';
import type { createIdentity } from '@mallhive/identity';
import type { createNotifications } from '@mallhive/notifications';
import type { Logger } from '@mallhive/observability';
import type { createOrders } from '@mallhive/orders';
import type { createPayments } from '@mallhive/payments';
import type { createSearch } from '@mallhive/search';

/** What the functions work with: the facades of the domains, and the shell whose pages they refresh. */
export interface WorkflowDependencies {
  identity: ReturnType<typeof createIdentity>;
  catalog: ReturnType<typeof createCatalog>;
  cart: ReturnType<typeof createCart>;
  orders: ReturnType<typeof createOrders>;
  payments: ReturnType<typeof createPayments>;
  notifications: ReturnType<typeof createNotifications>;
  search: ReturnType<typeof createSearch>;
  analytics: ReturnType<typeof createAnalytics>;
  logger: Logger;
  /** Where the shop is reached, for links in messages and for telling the shell which pages changed. */
  web: { shellUrl: string; sellerUrl: string; internalSecret: string };
}

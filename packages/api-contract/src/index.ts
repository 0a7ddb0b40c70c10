import createAnalyticsRouter from '@mallhive/analytics/router';
import createCartRouter from '@mallhive/cart/router';
import createCatalogRouter from '@mallhive/catalog/router';
import createIdentityRouter from '@mallhive/identity/router';
import createNotificationsRouter from '@mallhive/notifications/router';
import createOrdersRouter from '@mallhive/orders/router';
import createPaymentsRouter from '@mallhive/payments/router';
import createSearchRouter from '@mallhive/search/router';
import { router } from '@mallhive/trpc';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

/** The facades that the routers stand on; made in apps/api, or fakes in tests. */
export interface Facades {
  identity: Parameters<typeof createIdentityRouter>[0];
  catalog: Parameters<typeof createCatalogRouter>[0];
  cart: Parameters<typeof createCartRouter>[0];
  orders: Parameters<typeof createOrdersRouter>[0];
  payments: Parameters<typeof createPaymentsRouter>[0];
  notifications: Parameters<typeof createNotificationsRouter>[0];
  search: Parameters<typeof createSearchRouter>[0];
  analytics: Parameters<typeof createAnalyticsRouter>[0];
}

export function createAppRouter(facades: Facades) {
  return router({
    identity: createIdentityRouter(facades.identity),
    catalog: createCatalogRouter(facades.catalog),
    cart: createCartRouter(facades.cart),
    orders: createOrdersRouter(facades.orders),
    payments: createPaymentsRouter(facades.payments),
    notifications: createNotificationsRouter(facades.notifications),
    search: createSearchRouter(facades.search),
    analytics: createAnalyticsRouter(facades.analytics),
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;

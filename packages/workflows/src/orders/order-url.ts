import type { WorkflowDependencies } from '../dependencies.ts';

/** The link in a shopper's mail: opens the order without signing in. */
export function orderUrl({ orders, web }: Pick<WorkflowDependencies, 'orders' | 'web'>, orderId: string): string {
  const token = encodeURIComponent(orders.accessToken(orderId));
  return `${web.shellUrl}/orders/${orderId}/confirmation?token=${token}`;
}

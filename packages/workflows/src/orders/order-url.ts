import { type Locale, localisedUrl } from '@mallhive/kernel';
import type { WorkflowDependencies } from '../dependencies.ts';

/** The link in a shopper's mail: opens the order without signing in. */
export function orderUrl(
  { orders, web }: Pick<WorkflowDependencies, 'orders' | 'web'>,
  orderId: string,
  locale: Locale,
): string {
  const token = encodeURIComponent(orders.accessToken(orderId));
  return `${localisedUrl(web.shellUrl, locale, `/orders/${orderId}/confirmation`)}?token=${token}`;
}

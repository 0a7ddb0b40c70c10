import type { MessageInput } from '@mallhive/notifications';
import type { orderPaid } from '@mallhive/orders/events';
import type { z } from 'zod';
import type { WorkflowDependencies } from '../dependencies.ts';
import { orderUrl } from './order-url.ts';

type PaidOrder = z.output<typeof orderPaid.schema>;
type Contacts = Awaited<ReturnType<WorkflowDependencies['identity']['sellerContacts']>>;

/** The confirmation to the shopper, and to everybody of each seller what they have to pack. */
export function paidOrderMessages(
  order: PaidOrder,
  sellers: Contacts,
  dependencies: Pick<WorkflowDependencies, 'orders' | 'web'>,
): MessageInput[] {
  const {
    orderId,
    number,
    name,
    currency,
    country,
    lines,
    items,
    discount,
    shipping,
    shippingDiscount,
    tax,
    taxIncluded,
    total,
    subOrders,
    locale,
  } = order;
  const confirmation: MessageInput<'order-confirmation'> = {
    key: `order-confirmation:${orderId}`,
    template: 'order-confirmation',
    to: { email: order.email, userId: order.userId },
    locale,
    inbox: true,
    data: {
      number,
      name,
      currency,
      lines,
      items,
      discount: discount + shippingDiscount,
      shipping,
      tax,
      taxIncluded,
      total,
      parcels: subOrders.length,
      orderUrl: orderUrl(dependencies, orderId, locale),
    },
  };
  const toSellers = subOrders.flatMap((subOrder) => {
    const members = sellers.find((seller) => seller.id === subOrder.sellerId)?.members ?? [];
    return members.map(
      ({ userId, email }): MessageInput<'seller-new-order'> => ({
        key: `seller-new-order:${subOrder.id}:${userId}`,
        template: 'seller-new-order',
        to: { email, userId },
        inbox: true,
        data: {
          number: subOrder.number,
          sellerName: subOrder.sellerName,
          currency,
          country,
          lines: lines.filter((line) => line.sellerId === subOrder.sellerId),
          total: subOrder.total,
          url: `${dependencies.web.sellerUrl}/orders/${subOrder.id}`,
        },
      }),
    );
  });
  return [confirmation, ...toSellers];
}

import { useApi } from '@mallhive/api-client';
import { ArrowLeftIcon } from '@mallhive/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { AccountLayout } from '../components/AccountLayout.tsx';
import { useOrderActions } from '../components/after-sale/use-order-actions.ts';
import { OrderView } from '../components/OrderView.tsx';
import { useTexts } from '../texts.ts';
import type { Order } from '../types.ts';

export interface OrderPageProps {
  order: Order;
}

/** Read again when the window is looked at again: the parcel may have left meanwhile. */
export default function OrderPage({ order }: OrderPageProps) {
  const text = useTexts().order;
  const api = useApi();
  const query = useQuery(api.orders.order.queryOptions({ orderId: order.id }, { initialData: { order } }));
  const queries = useQueryClient();
  const actions = useOrderActions(order, undefined, (changed) =>
    queries.setQueryData(api.orders.order.queryKey({ orderId: order.id }), { order: changed }),
  );
  return (
    <AccountLayout current="orders">
      <p className="mb-4">
        <Link
          href="/account/orders"
          className="inline-flex items-center gap-2 text-sm text-ink-soft hover:text-ink hover:underline"
        >
          <ArrowLeftIcon className="rtl:-scale-x-100" />
          {text.back}
        </Link>
      </p>
      <OrderView order={query.data.order} actions={actions} />
    </AccountLayout>
  );
}

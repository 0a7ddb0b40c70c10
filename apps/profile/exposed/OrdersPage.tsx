import { useApi } from '@mallhive/api-client';
import { RemoteSlot } from '@mallhive/federation';
import { useInfiniteQuery } from '@tanstack/react-query';
import { OrdersView } from '../components/OrdersView.tsx';
import { useTexts } from '../texts.ts';
import type { OrderList } from '../types.ts';

export interface OrdersPageProps {
  first: OrderList;
}

export default function OrdersPage({ first }: OrdersPageProps) {
  const api = useApi();
  const text = useTexts().orders;
  const query = useInfiniteQuery(
    api.orders.mine.infiniteQueryOptions(
      { limit: 20 },
      {
        getNextPageParam: (page) => page.nextCursor ?? undefined,
        initialData: { pages: [first], pageParams: [null] },
      },
    ),
  );
  return (
    <OrdersView
      orders={query.data?.pages.flatMap((page) => page.orders)}
      failed={query.isError}
      hasMore={query.hasNextPage}
      loadingMore={query.isFetchingNextPage}
      onMore={() => void query.fetchNextPage()}
      onRetry={() => void query.refetch()}
      suggestions={
        <RemoteSlot
          module="product/ProductRail"
          props={{ title: text.forYou, recommend: { kind: 'for-you', limit: 12 } }}
          fallback={null}
        />
      }
    />
  );
}

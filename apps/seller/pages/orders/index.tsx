import { useApi } from '@mallhive/api-client';
import { EmptyState, formatMoney, LoadMore, Table, TruckIcon } from '@mallhive/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { Dashboard } from '../../components/Dashboard.tsx';
import { FilterTabs } from '../../components/FilterTabs.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { OrderList, OrderStatusBadge } from '../../components/OrderList.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { momentLabel } from '../../logic/figures.ts';
import { messages } from '../../messages.ts';
import type { OrderFilter, OrderRow } from '../../types.ts';

const text = messages.orders;
const filters: readonly OrderFilter[] = ['all', 'to_fulfil', 'shipped', 'delivered', 'cancelled'];

function Orders({ orders }: { orders: OrderRow[] }) {
  if (orders.length === 0) {
    return (
      <EmptyState icon={<TruckIcon />} title={text.empty}>
        {text.emptyText}
      </EmptyState>
    );
  }
  return (
    <>
      <div className="md:hidden">
        <OrderList orders={orders} />
      </div>
      <Table
        className="hidden md:block"
        caption={text.title}
        rows={orders}
        rowKey={(order) => order.id}
        columns={[
          {
            key: 'number',
            label: text.number,
            render: (order) => (
              <Link href={`/orders/${order.id}`} className="font-semibold whitespace-nowrap hover:underline">
                {order.number}
              </Link>
            ),
          },
          { key: 'placed', label: text.placed, render: (order) => momentLabel(order.placedAt) },
          { key: 'customer', label: text.customer, render: (order) => `${order.customerName}, ${order.country}` },
          { key: 'items', label: text.items, align: 'end', render: (order) => order.itemCount },
          { key: 'total', label: text.total, align: 'end', render: (order) => formatMoney(order.total) },
          { key: 'status', label: text.status, render: (order) => <OrderStatusBadge status={order.status} /> },
        ]}
      />
    </>
  );
}

function OrdersContent() {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const { query } = useRouter();
  const status = filters.find((filter) => filter === query.status) ?? 'all';
  const orders = useInfiniteQuery(
    api.orders.sellerOrders.infiniteQueryOptions(
      { sellerId, status, limit: 30 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const counts = orders.data?.pages[0]?.counts;
  return (
    <>
      <h1 className="mb-4 text-3xl sm:text-4xl">{text.title}</h1>
      <FilterTabs
        label={text.filters}
        path="/orders"
        selected={status}
        filters={filters.map((id) => ({ id, label: text[id], count: counts?.[id] }))}
      />
      <div className={`mt-5 ${orders.isPlaceholderData ? 'opacity-60' : ''}`} aria-busy={orders.isFetching}>
        <Loaded query={orders}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.items);
            return (
              <>
                <Orders orders={rows} />
                {orders.hasNextPage ? (
                  <LoadMore
                    className="mt-5"
                    shown={rows.length}
                    total={counts?.[status]}
                    hasMore={orders.hasNextPage}
                    busy={orders.isFetchingNextPage}
                    onLoadMore={() => void orders.fetchNextPage()}
                  />
                ) : null}
              </>
            );
          }}
        </Loaded>
      </div>
    </>
  );
}

export default function OrdersPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title}>
      <OrdersContent />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;

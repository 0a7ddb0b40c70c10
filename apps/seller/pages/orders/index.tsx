import { useApi } from '@mallhive/api-client';
import { Button, EmptyState, formatMoney, LoadMore, TruckIcon } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { Dashboard } from '../../components/Dashboard.tsx';
import { FilterTabs } from '../../components/FilterTabs.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { OrderStatusBadge, OrderSummary, WaitingBadge } from '../../components/OrderList.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { DataTable, DataTableSkeleton } from '../../components/table/DataTable.tsx';
import { type Selection, useSelection } from '../../components/table/use-selection.ts';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { momentLabel } from '../../logic/figures.ts';
import { messages } from '../../messages.ts';
import type { OrderFilter, OrderRow } from '../../types.ts';

const text = messages.orders;
const filters: readonly OrderFilter[] = ['all', 'to_fulfil', 'shipped', 'delivered', 'cancelled'];

const mostSlips = 50;

function OrderTable({ orders, selection }: { orders: OrderRow[]; selection: Selection }) {
  const toast = useToast();
  const router = useRouter();
  if (orders.length === 0) {
    return (
      <EmptyState icon={<TruckIcon />} title={text.empty}>
        {text.emptyText}
      </EmptyState>
    );
  }
  const print = () => {
    if (selection.count > mostSlips) toast.show({ message: text.slipLimit, tone: 'danger' });
    else void router.push({ pathname: '/orders/slips', query: { ids: selection.ids.join(',') } });
  };
  return (
    <DataTable
      caption={text.title}
      rows={orders}
      rowKey={(order) => order.id}
      rowName={(order) => order.number}
      selection={selection}
      actions={
        <Button size="small" onClick={print}>
          {text.slips}
        </Button>
      }
      card={(order) => <OrderSummary order={order} />}
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
        {
          key: 'status',
          label: text.status,
          render: (order) => (
            <span className="flex flex-wrap gap-1">
              <OrderStatusBadge status={order.status} />
              <WaitingBadge order={order} />
            </span>
          ),
        },
      ]}
    />
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
  const selection = useSelection(status);
  const counts = orders.data?.pages[0]?.counts;
  return (
    <>
      <PageHead title={text.title} />
      <FilterTabs
        label={text.filters}
        path="/orders"
        selected={status}
        filters={filters.map((id) => ({ id, label: text[id], count: counts?.[id] }))}
      />
      <div className={`mt-5 ${orders.isPlaceholderData ? 'opacity-60' : ''}`} aria-busy={orders.isFetching}>
        <Loaded query={orders} skeleton={<DataTableSkeleton />}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.items);
            return (
              <>
                <OrderTable orders={rows} selection={selection} />
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

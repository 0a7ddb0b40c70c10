import { useApi } from '@mallhive/api-client';
import { EmptyState, LoadMore, TruckIcon } from '@mallhive/ui';
import { skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { FoundOrder } from '../../../components/admin/orders/FoundOrder.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { ReturnTable } from '../../../components/returns/ReturnTable.tsx';
import { SearchBox } from '../../../components/table/SearchBox.tsx';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { afterSaleMessages } from '../../../messages/after-sale.ts';

const text = afterSaleMessages.admin;

function AllReturns() {
  const api = useApi();
  const returns = useInfiniteQuery(
    api.orders.allReturns.infiniteQueryOptions(
      { status: 'all', limit: 30 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  return (
    <section className="grid gap-4">
      <h2 className="text-xl">{text.returns}</h2>
      <Loaded query={returns}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          return (
            <>
              <ReturnTable returns={rows} href={({ id }) => `/admin/returns/${id}`} />
              {returns.hasNextPage ? (
                <LoadMore
                  shown={rows.length}
                  total={pages[0]?.counts.all}
                  hasMore
                  busy={returns.isFetchingNextPage}
                  onLoadMore={() => void returns.fetchNextPage()}
                />
              ) : null}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function Found({ number }: { number: string }) {
  const api = useApi();
  const wanted = number.length >= 4 ? { number } : skipToken;
  const order = useQuery(api.orders.findOrder.queryOptions(wanted, { retry: false }));
  if (wanted === skipToken || order.isError) {
    return (
      <EmptyState icon={<TruckIcon />} title={text.none}>
        {text.noneText}
      </EmptyState>
    );
  }
  return <Loaded query={order}>{(answer) => <FoundOrder order={answer.order} />}</Loaded>;
}

function OrdersContent() {
  const router = useRouter();
  const number = typeof router.query.number === 'string' ? router.query.number : '';
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <SearchBox
        className="mb-6 max-w-md"
        label={text.search}
        value={number}
        onSearch={(value) =>
          void router.replace({ query: value ? { number: value } : {} }, undefined, { shallow: true })
        }
      />
      {number ? <Found number={number} /> : <AllReturns />}
    </>
  );
}

export default function AdminOrdersPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.title}>
      <OrdersContent />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

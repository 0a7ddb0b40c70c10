import { useApi } from '@mallhive/api-client';
import { LoadMore } from '@mallhive/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { Dashboard } from '../../components/Dashboard.tsx';
import { FilterTabs } from '../../components/FilterTabs.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ReturnTable } from '../../components/returns/ReturnTable.tsx';
import { DataTableSkeleton } from '../../components/table/DataTable.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { afterSaleMessages } from '../../messages/after-sale.ts';

const text = afterSaleMessages.returns;
const filters = ['open', 'closed', 'all'] as const;

function ReturnsContent() {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const { query } = useRouter();
  const status = filters.find((filter) => filter === query.status) ?? 'open';
  const returns = useInfiniteQuery(
    api.orders.sellerReturns.infiniteQueryOptions(
      { sellerId, status, limit: 30 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const counts = returns.data?.pages[0]?.counts;
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <FilterTabs
        label={text.filters}
        path="/returns"
        selected={status}
        filters={filters.map((id) => ({ id, label: text[id], count: counts?.[id] }))}
      />
      <div className={`mt-5 ${returns.isPlaceholderData ? 'opacity-60' : ''}`} aria-busy={returns.isFetching}>
        <Loaded query={returns} skeleton={<DataTableSkeleton />}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.items);
            return (
              <>
                <ReturnTable returns={rows} />
                {returns.hasNextPage ? (
                  <LoadMore
                    className="mt-5"
                    shown={rows.length}
                    total={counts?.[status]}
                    hasMore={returns.hasNextPage}
                    busy={returns.isFetchingNextPage}
                    onLoadMore={() => void returns.fetchNextPage()}
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

export default function ReturnsPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title}>
      <ReturnsContent />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;

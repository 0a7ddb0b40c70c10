import { useApi } from '@mallhive/api-client';
import { EmptyState, LoadMore, ShieldIcon } from '@mallhive/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { FilterTabs } from '../../../components/FilterTabs.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { QueuedReviewItem } from '../../../components/reviews/QueuedReviewItem.tsx';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { reviewMessages } from '../../../messages/reviews.ts';

const text = reviewMessages.admin;
const filters = ['reported', 'hidden'] as const;

function Queue({ shopUrl }: { shopUrl: string }) {
  const api = useApi();
  const { query } = useRouter();
  const filter = filters.find((candidate) => candidate === query.status) ?? 'reported';
  const queue = useInfiniteQuery(
    api.catalog.reviewQueue.infiniteQueryOptions(
      { filter, limit: 20 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, staleTime: 0 },
    ),
  );
  const counts = queue.data?.pages[0]?.counts;
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <FilterTabs
        label={text.filters}
        path="/admin/reviews"
        selected={filter}
        filters={filters.map((id) => ({ id, label: text[id], count: counts?.[id] }))}
      />
      <div className="mt-5">
        <Loaded query={queue}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            if (items.length === 0) {
              return (
                <EmptyState icon={<ShieldIcon />} title={filter === 'hidden' ? text.emptyHidden : text.empty}>
                  {filter === 'hidden' ? null : text.emptyText}
                </EmptyState>
              );
            }
            return (
              <>
                <ul className="grid gap-4">
                  {items.map((review) => (
                    <QueuedReviewItem key={review.id} review={review} shopUrl={shopUrl} />
                  ))}
                </ul>
                {queue.hasNextPage ? (
                  <LoadMore
                    className="mt-5"
                    shown={items.length}
                    hasMore
                    busy={queue.isFetchingNextPage}
                    onLoadMore={() => void queue.fetchNextPage()}
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

export default function ReportedReviewsPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.title}>
      <Queue shopUrl={props.shopUrl} />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

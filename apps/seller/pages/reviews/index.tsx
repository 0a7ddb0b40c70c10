import { useApi } from '@mallhive/api-client';
import { EmptyState, LoadMore, SparkIcon } from '@mallhive/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { Dashboard } from '../../components/Dashboard.tsx';
import { FilterTabs } from '../../components/FilterTabs.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { SellerReviewItem } from '../../components/reviews/SellerReviewItem.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { reviewMessages } from '../../messages/reviews.ts';

const text = reviewMessages.seller;
const filters = ['all', 'unanswered', 'answered', 'critical'] as const;

function Reviews({ shopUrl }: { shopUrl: string }) {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const { query } = useRouter();
  const filter = filters.find((candidate) => candidate === query.status) ?? 'all';
  const reviews = useInfiniteQuery(
    api.catalog.sellerReviews.infiniteQueryOptions(
      { sellerId, filter, limit: 20 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, staleTime: 0 },
    ),
  );
  const counts = reviews.data?.pages[0]?.counts;
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <FilterTabs
        label={text.filters}
        path="/reviews"
        selected={filter}
        filters={filters.map((id) => ({ id, label: text[id], count: counts?.[id] }))}
      />
      <div className="mt-5">
        <Loaded query={reviews}>
          {({ pages }) => {
            const items = pages.flatMap((page) => page.items);
            if (items.length === 0) {
              return (
                <EmptyState icon={<SparkIcon />} title={text.empty}>
                  {text.emptyText}
                </EmptyState>
              );
            }
            return (
              <>
                <ul className="grid gap-4">
                  {items.map((review) => (
                    <SellerReviewItem key={review.id} review={review} shopUrl={shopUrl} />
                  ))}
                </ul>
                {reviews.hasNextPage ? (
                  <LoadMore
                    className="mt-5"
                    shown={items.length}
                    total={counts?.[filter]}
                    hasMore
                    busy={reviews.isFetchingNextPage}
                    onLoadMore={() => void reviews.fetchNextPage()}
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

export default function ReviewsPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title} roles={['owner', 'manager']}>
      <Reviews shopUrl={props.shopUrl} />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;

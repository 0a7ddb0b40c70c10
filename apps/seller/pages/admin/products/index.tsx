import { refusalOf, useApi } from '@mallhive/api-client';
import { EmptyState, LoadMore, ShieldIcon } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { ModerationCase } from '../../../components/admin/ModerationCase.tsx';
import { FilterTabs } from '../../../components/FilterTabs.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { adminMessages } from '../../../messages/admin.ts';

const text = adminMessages.moderation;
const statuses = ['pending', 'approved', 'rejected'] as const;

function Queue() {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { query } = useRouter();
  const status = statuses.find((candidate) => candidate === query.status) ?? 'pending';
  const queue = useInfiniteQuery(
    api.catalog.moderationQueue.infiniteQueryOptions(
      { status, limit: 20 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, staleTime: 0 },
    ),
  );
  const decide = useMutation(
    api.catalog.decideModeration.mutationOptions({
      onSuccess: (answer) => {
        toast.show({ message: answer.status === 'approved' ? text.approved : text.rejected });
      },
      onError: (error) => {
        const already = refusalOf(error)?.reason === 'already_decided';
        toast.show({ message: already ? text.already : text.failed, tone: 'danger' });
      },
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: api.catalog.moderationQueue.pathKey() }),
          queries.invalidateQueries({ queryKey: api.catalog.adminCounts.pathKey() }),
        ]),
    }),
  );
  const pending = queue.data?.pages[0]?.pending;
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <FilterTabs
        label={text.show}
        path="/admin/products"
        selected={status}
        filters={statuses.map((id) => ({
          id,
          label: text.statuses[id],
          count: id === 'pending' ? pending : undefined,
        }))}
      />
      <div className="mt-5">
        <Loaded query={queue}>
          {({ pages }) => {
            const cases = pages.flatMap((page) => page.cases);
            if (cases.length === 0) {
              return (
                <EmptyState icon={<ShieldIcon />} title={text.empty}>
                  {status === 'pending' ? text.emptyText : text.emptyOther}
                </EmptyState>
              );
            }
            return (
              <div className="grid gap-5">
                {cases.map((item) => (
                  <ModerationCase
                    key={item.id}
                    item={item}
                    busy={decide.isPending && decide.variables.caseId === item.id}
                    onDecide={(decision, reason) => decide.mutate({ caseId: item.id, decision, reason })}
                  />
                ))}
                {queue.hasNextPage ? (
                  <LoadMore
                    shown={cases.length}
                    hasMore
                    busy={queue.isFetchingNextPage}
                    onLoadMore={() => void queue.fetchNextPage()}
                  />
                ) : null}
              </div>
            );
          }}
        </Loaded>
      </div>
    </>
  );
}

export default function ModerationPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.title}>
      <Queue />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

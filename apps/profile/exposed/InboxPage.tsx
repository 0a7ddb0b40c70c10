import { useApi } from '@mallhive/api-client';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { InboxView } from '../components/notifications/InboxView.tsx';
import type { Inbox } from '../types.ts';

export interface InboxPageProps {
  first: Inbox | null;
}

/** Asked again while the page is open and seen, so that what arrives shows by itself. */
const refreshMs = 20_000;

export default function InboxPage({ first }: InboxPageProps) {
  const api = useApi();
  const queries = useQueryClient();
  const query = useInfiniteQuery(
    api.notifications.inbox.infiniteQueryOptions(
      {},
      {
        getNextPageParam: (page) => page.nextCursor ?? undefined,
        ...(first && { initialData: { pages: [first], pageParams: [null] } }),
        refetchInterval: refreshMs,
      },
    ),
  );
  const read = useMutation(
    api.notifications.markRead.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.notifications.unread.queryKey(), saved);
        void query.refetch();
      },
    }),
  );
  const messages = query.data?.pages.flatMap((page) => page.messages);
  const unread = messages?.filter(({ readAt }) => !readAt).map(({ id }) => id) ?? [];
  return (
    <InboxView
      messages={messages}
      failed={query.isError || read.isError}
      hasMore={query.hasNextPage}
      loadingMore={query.isFetchingNextPage}
      marking={read.isPending}
      onMore={() => void query.fetchNextPage()}
      onRetry={() => void query.refetch()}
      onRead={(ids) => read.mutate({ ids: ids.slice(0, 100) })}
      unread={unread}
    />
  );
}

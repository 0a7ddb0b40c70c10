import { EmptyState, ErrorState, LinkButton, SearchIcon, Skeleton } from '@mallhive/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { messages } from '../messages.ts';

interface Query<Data> {
  data: Data | undefined;
  isError: boolean;
  isFetching: boolean;
  error: unknown;
  refetch: () => unknown;
}

interface LoadedProps<Data> {
  query: Query<Data>;
  /** In the shape of what comes. */
  skeleton?: ReactNode;
  /** Where to go when it is not there. */
  backHref?: string;
  children: (data: Data) => ReactNode;
}

const text = messages.state;

function isNotFound(error: unknown): boolean {
  const code = (error as { data?: { code?: unknown } | null } | null)?.data?.code;
  return code === 'NOT_FOUND' || code === 'FORBIDDEN' || code === 'BAD_REQUEST';
}

/** Loading, failed and not found, the same everywhere; old data stays on the page while new data is on its way. */
export function Loaded<Data>({ query, skeleton, backHref, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError && isNotFound(query.error)) {
    return (
      <EmptyState
        level={1}
        icon={<SearchIcon />}
        title={text.notFound}
        actions={
          backHref ? (
            <LinkButton as={Link} href={backHref}>
              {text.back}
            </LinkButton>
          ) : null
        }
      >
        {text.notFoundText}
      </EmptyState>
    );
  }
  if (query.isError) {
    return (
      <ErrorState title={text.failed} onRetry={() => void query.refetch()} retrying={query.isFetching}>
        {text.failedText}
      </ErrorState>
    );
  }
  return (
    <div role="status" aria-label={text.loading}>
      {skeleton ?? <Rows />}
    </div>
  );
}

export function Rows({ count = 6 }: { count?: number }) {
  return (
    <div className="grid gap-3">
      {Array.from({ length: count }, (_, index) => index).map((row) => (
        <Skeleton key={row} className="h-14" />
      ))}
    </div>
  );
}

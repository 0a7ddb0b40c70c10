import { useApi } from '@mallhive/api-client';
import { formatMoney, LoadMore } from '@mallhive/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { dayOf } from '../../logic/days.ts';
import { payoutMessages } from '../../messages/payouts.ts';
import type { Payout } from '../../types.ts';
import { Loaded } from '../Loaded.tsx';
import { useOrganisation } from '../organisation.tsx';
import { DataTable, DataTableSkeleton } from '../table/DataTable.tsx';
import { PayoutStatus } from './PayoutStatus.tsx';

const text = payoutMessages.list;

function Status({ payout }: { payout: Payout }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <PayoutStatus payout={payout} />
      {payout.endedAt ? <span className="text-sm text-ink-soft">{text.ended(dayOf(payout.endedAt))}</span> : null}
    </span>
  );
}

export function PayoutList() {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const query = useInfiniteQuery(
    api.payments.payouts.infiniteQueryOptions(
      { sellerId, limit: 25 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  return (
    <section>
      <h2 className="mb-3 text-xl">{text.title}</h2>
      <Loaded query={query} skeleton={<DataTableSkeleton rows={3} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) {
            return (
              <p className="rounded-tile border border-line bg-surface p-5 text-ink-soft">
                {text.empty}. {text.emptyText}
              </p>
            );
          }
          return (
            <>
              <DataTable
                caption={text.title}
                rows={rows}
                rowKey={({ id }) => id}
                rowName={(row) => dayOf(row.plannedAt)}
                columns={[
                  { key: 'date', label: text.date, render: (row) => dayOf(row.plannedAt) },
                  { key: 'to', label: text.to, render: (row) => row.masked },
                  { key: 'status', label: text.status, render: (row) => <Status payout={row} /> },
                  { key: 'amount', label: text.amount, align: 'end', render: (row) => formatMoney(row) },
                ]}
                card={(row) => (
                  <div className="grid gap-1">
                    <p className="flex justify-between gap-3">
                      <span>{dayOf(row.plannedAt)}</span>
                      <span className="font-semibold tabular-nums">{formatMoney(row)}</span>
                    </p>
                    <p className="text-sm text-ink-soft">{row.masked}</p>
                    <Status payout={row} />
                  </div>
                )}
              />
              {query.hasNextPage ? (
                <LoadMore
                  className="mt-5"
                  shown={rows.length}
                  hasMore
                  busy={query.isFetchingNextPage}
                  onLoadMore={() => void query.fetchNextPage()}
                />
              ) : null}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

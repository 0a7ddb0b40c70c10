import { useApi } from '@mallhive/api-client';
import { EmptyState, formatMoney, LoadMore } from '@mallhive/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { BankFiles } from '../../../components/admin/payouts/BankFiles.tsx';
import { PlanNow } from '../../../components/admin/payouts/PlanNow.tsx';
import { ReadyForBank } from '../../../components/admin/payouts/ReadyForBank.tsx';
import { SettleButtons } from '../../../components/admin/payouts/SettleButtons.tsx';
import { FilterTabs } from '../../../components/FilterTabs.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { PayoutStatus } from '../../../components/payouts/PayoutStatus.tsx';
import { DataTable, DataTableSkeleton } from '../../../components/table/DataTable.tsx';
import { useFilters } from '../../../components/table/use-filters.ts';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { dayOf } from '../../../logic/days.ts';
import { payoutMessages } from '../../../messages/payouts.ts';
import type { SellersPayout } from '../../../types.ts';

const { admin: text, list, statuses } = payoutMessages;
const filterNames = ['status'] as const;
const states = ['planned', 'sent', 'paid', 'failed'] as const;
const nameOf = (row: SellersPayout) => row.sellerName ?? text.unknown;

function Payouts() {
  const api = useApi();
  const { values } = useFilters(filterNames);
  const status = states.find((state) => state === values.status);
  const query = useInfiniteQuery(
    api.payments.allPayouts.infiniteQueryOptions(
      { limit: 50, ...(status && { status }) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const first = query.data?.pages[0];
  const counts = first?.counts;
  return (
    <>
      <PageHead title={text.title} lead={text.lead} actions={<PlanNow />} />
      <div className="mb-6 grid gap-5 lg:grid-cols-2 lg:items-start">
        <ReadyForBank planned={first?.planned ?? []} />
        <BankFiles />
      </div>
      <FilterTabs
        label={text.show}
        path="/admin/payouts"
        selected={status ?? 'all'}
        filters={[
          { id: 'all', label: text.all, count: counts && states.reduce((sum, state) => sum + (counts[state] ?? 0), 0) },
          ...states.map((id) => ({ id, label: statuses[id], count: counts?.[id] })),
        ]}
      />
      <div className={`mt-5 ${query.isPlaceholderData ? 'opacity-60' : ''}`} aria-busy={query.isFetching}>
        <Loaded query={query} skeleton={<DataTableSkeleton />}>
          {({ pages }) => {
            const rows = pages.flatMap(({ items }) => items);
            if (rows.length === 0) return <EmptyState title={text.empty}>{text.emptyText}</EmptyState>;
            return (
              <>
                <DataTable
                  caption={text.title}
                  rows={rows}
                  rowKey={({ id }) => id}
                  rowName={nameOf}
                  columns={[
                    { key: 'date', label: list.date, render: (row) => dayOf(row.plannedAt) },
                    { key: 'seller', label: text.seller, render: nameOf },
                    { key: 'to', label: list.to, render: (row) => row.masked },
                    { key: 'status', label: list.status, render: (row) => <PayoutStatus payout={row} /> },
                    { key: 'amount', label: list.amount, align: 'end', render: (row) => formatMoney(row) },
                    { key: 'actions', label: '', align: 'end', render: (row) => <SettleButtons payout={row} /> },
                  ]}
                  card={(row) => (
                    <div className="grid gap-1">
                      <p className="flex justify-between gap-3 font-semibold">
                        <span className="min-w-0 break-words">{nameOf(row)}</span>
                        <span className="tabular-nums">{formatMoney(row)}</span>
                      </p>
                      <p className="text-sm text-ink-soft">
                        {dayOf(row.plannedAt)} · {row.masked}
                      </p>
                      <PayoutStatus payout={row} />
                      <SettleButtons payout={row} />
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
      </div>
    </>
  );
}

export default function AllPayoutsPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.title}>
      <Payouts />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

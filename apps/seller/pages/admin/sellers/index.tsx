import { useApi } from '@mallhive/api-client';
import { Button, EmptyState, LoadMore, StoreIcon } from '@mallhive/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { SellerReview } from '../../../components/business/SellerReview.tsx';
import { SellerStatusBadge } from '../../../components/business/StatusBadge.tsx';
import { FilterTabs } from '../../../components/FilterTabs.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { DataTable, DataTableSkeleton } from '../../../components/table/DataTable.tsx';
import { SearchBox } from '../../../components/table/SearchBox.tsx';
import { useFilters } from '../../../components/table/use-filters.ts';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { countryName } from '../../../logic/countries.ts';
import { dayOf } from '../../../logic/days.ts';
import { organisationMessages } from '../../../messages/organisation.ts';
import type { SellerSummary } from '../../../types.ts';

const { admin: text, statuses } = organisationMessages;
const filterNames = ['q', 'status'] as const;
const states = ['pending', 'approved', 'suspended', 'rejected'] as const;

function SellersContent({ shopUrl }: { shopUrl: string }) {
  const api = useApi();
  const { values, set } = useFilters(filterNames);
  const [open, setOpen] = useState<SellerSummary | null>(null);
  const status = states.find((state) => state === values.status);
  const query = useInfiniteQuery(
    api.identity.sellers.infiniteQueryOptions(
      { query: values.q, limit: 50, ...(status && { status }) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const counts = query.data?.pages[0]?.counts;
  const total = counts && states.reduce((sum, state) => sum + counts[state], 0);
  const review = (row: SellerSummary) => (
    <Button variant="secondary" size="small" aria-label={text.open(row.name)} onClick={() => setOpen(row)}>
      {text.review}
    </Button>
  );
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <SearchBox label={text.search} value={values.q} onSearch={(q) => set({ q })} className="mb-4 block max-w-md" />
      <FilterTabs
        label={text.show}
        path="/admin/sellers"
        selected={status ?? 'all'}
        keep={values.q ? { q: values.q } : {}}
        filters={[
          { id: 'all', label: text.all, count: total },
          ...states.map((id) => ({ id, label: statuses[id], count: counts?.[id] })),
        ]}
      />
      <div className={`mt-5 ${query.isPlaceholderData ? 'opacity-60' : ''}`} aria-busy={query.isFetching}>
        <Loaded query={query} skeleton={<DataTableSkeleton />}>
          {({ pages }) => {
            const rows = pages.flatMap((page) => page.items);
            if (rows.length === 0) {
              return (
                <EmptyState icon={<StoreIcon />} title={text.empty}>
                  {status === 'pending' && !values.q ? text.emptyPending : text.emptyText}
                </EmptyState>
              );
            }
            return (
              <>
                <DataTable
                  caption={text.title}
                  rows={rows}
                  rowKey={({ sellerId }) => sellerId}
                  rowName={({ name }) => name}
                  columns={[
                    {
                      key: 'seller',
                      label: text.seller,
                      render: (row) => (
                        <>
                          <span className="block font-semibold">{row.name}</span>
                          <span className="text-sm text-ink-soft">/s/{row.slug}</span>
                        </>
                      ),
                    },
                    { key: 'status', label: text.status, render: (row) => <SellerStatusBadge status={row.status} /> },
                    { key: 'since', label: text.changed, render: (row) => dayOf(row.statusChangedAt) },
                    { key: 'country', label: text.country, render: (row) => countryName(row.country) },
                    { key: 'members', label: text.members, align: 'end', render: (row) => row.memberCount },
                    { key: 'actions', label: '', align: 'end', render: review },
                  ]}
                  card={(row) => (
                    <div className="grid gap-2">
                      <p className="font-semibold">{row.name}</p>
                      <p className="text-sm text-ink-soft">
                        {countryName(row.country)} · {text.changed} {dayOf(row.statusChangedAt)}
                      </p>
                      <div className="flex items-center justify-between">
                        <SellerStatusBadge status={row.status} />
                        {review(row)}
                      </div>
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
      {open ? <SellerReview summary={open} shopUrl={shopUrl} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

export default function SellersPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.title}>
      <SellersContent shopUrl={props.shopUrl} />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

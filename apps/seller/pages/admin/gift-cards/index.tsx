import { useApi } from '@mallhive/api-client';
import { Button, EmptyState, formatMoney, LoadMore } from '@mallhive/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { CardDialog } from '../../../components/admin/gift-cards/CardDialog.tsx';
import { CardStatus } from '../../../components/admin/gift-cards/CardStatus.tsx';
import { GrantDialog } from '../../../components/admin/gift-cards/GrantDialog.tsx';
import { IssueDialog } from '../../../components/admin/gift-cards/IssueDialog.tsx';
import { Owed } from '../../../components/admin/gift-cards/Owed.tsx';
import { FilterTabs } from '../../../components/FilterTabs.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { DataTable, DataTableSkeleton } from '../../../components/table/DataTable.tsx';
import { SearchBox } from '../../../components/table/SearchBox.tsx';
import { useFilters } from '../../../components/table/use-filters.ts';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { dayOf } from '../../../logic/days.ts';
import { giftCardMessages as text } from '../../../messages/gift-cards.ts';
import type { GiftCard } from '../../../types.ts';

const filterNames = ['status', 'q'] as const;
const states = ['active', 'blocked', 'expired'] as const;
const { columns } = text;
const nameOf = ({ last4 }: GiftCard) => text.cardName(last4);
const money = (amount: number, { currency }: GiftCard) => formatMoney({ amount, currency });
const untilOf = ({ expiresAt }: GiftCard) => (expiresAt ? dayOf(expiresAt) : text.noLimit);

function Left({ card }: { card: GiftCard }) {
  return (
    <>
      <span className="font-semibold tabular-nums">{money(card.balance, card)}</span>{' '}
      <span className="text-sm text-ink-soft tabular-nums">{text.ofIssued(money(card.issued, card))}</span>
    </>
  );
}

function GiftCards() {
  const api = useApi();
  const { values, set } = useFilters(filterNames);
  const [opened, setOpened] = useState<GiftCard | null>(null);
  const [dialog, setDialog] = useState<'issue' | 'grant' | null>(null);
  const status = states.find((state) => state === values.status);
  const search = values.q;
  const query = useInfiniteQuery(
    api.payments.giftCards.infiniteQueryOptions(
      { limit: 50, ...(status && { status }), ...(search && { search }) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  const details = (card: GiftCard) => (
    <Button variant="secondary" size="small" aria-label={text.detailsOf(card.last4)} onClick={() => setOpened(card)}>
      {text.details}
    </Button>
  );
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <>
            <Button variant="secondary" onClick={() => setDialog('grant')}>
              {text.grant.title}
            </Button>
            <Button variant="accent" onClick={() => setDialog('issue')}>
              {text.issue.title}
            </Button>
          </>
        }
      />
      <Owed owed={query.data?.pages[0]?.owed ?? []} />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <FilterTabs
          label={text.show}
          path="/admin/gift-cards"
          selected={status ?? 'all'}
          keep={search ? { q: search } : {}}
          filters={[
            { id: 'all', label: text.all, count: undefined },
            ...states.map((id) => ({ id, label: text.statuses[id], count: undefined })),
          ]}
        />
        <SearchBox className="w-full sm:w-72" label={text.search} value={search} onSearch={(q) => set({ q })} />
      </div>
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
                    { key: 'card', label: columns.card, render: nameOf },
                    { key: 'date', label: columns.date, render: (row) => dayOf(row.createdAt) },
                    { key: 'to', label: columns.to, render: (row) => row.email ?? text.notSent },
                    { key: 'status', label: columns.status, render: (row) => <CardStatus status={row.status} /> },
                    { key: 'until', label: columns.until, render: untilOf },
                    { key: 'left', label: columns.balance, align: 'end', render: (row) => <Left card={row} /> },
                    { key: 'details', label: '', align: 'end', render: details },
                  ]}
                  card={(row) => (
                    <div className="grid gap-2">
                      <p className="flex flex-wrap justify-between gap-x-3">
                        <span className="font-semibold">{nameOf(row)}</span>
                        <span>
                          <Left card={row} />
                        </span>
                      </p>
                      <p className="text-sm break-words text-ink-soft">
                        {dayOf(row.createdAt)} · {row.email ?? text.notSent}
                      </p>
                      <p className="flex items-center justify-between gap-3">
                        <CardStatus status={row.status} />
                        {details(row)}
                      </p>
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
      {dialog === 'issue' ? <IssueDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'grant' ? <GrantDialog onClose={() => setDialog(null)} /> : null}
      {opened ? <CardDialog start={opened} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

export default function GiftCardsPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.title}>
      <GiftCards />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

import { useApi } from '@mallhive/api-client';
import { Button, EmptyState, LoadMore, SelectField } from '@mallhive/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { momentOf } from '../../logic/days.ts';
import { webhookMessages } from '../../messages/webhooks.ts';
import type { Webhook, WebhookDelivery } from '../../types.ts';
import { Loaded } from '../Loaded.tsx';
import { useOrganisation } from '../organisation.tsx';
import { DataTable, DataTableSkeleton } from '../table/DataTable.tsx';
import { DeliveryDrawer } from './DeliveryDrawer.tsx';
import { answerOf, Outcome } from './Outcome.tsx';
import { ReplayDialog } from './ReplayDialog.tsx';

const { log: text, events } = webhookMessages;
const statuses = ['all', 'pending', 'delivered', 'failed'] as const;
type Status = (typeof statuses)[number];
const nameOf = (type: string) => events[type] ?? type;
const answer = ({ lastStatus: status, problem }: WebhookDelivery) => answerOf({ status, problem });

/** What was sent to an address, newest first; looks again by itself while something is under way. */
export function DeliveryLog({ webhook }: { webhook: Webhook }) {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const [status, setStatus] = useState<Status>('all');
  const [type, setType] = useState('');
  const [open, setOpen] = useState<WebhookDelivery | 'replay' | null>(null);
  const webhookId = webhook.id;
  const query = useInfiniteQuery(
    api.notifications.webhookDeliveries.infiniteQueryOptions(
      { sellerId, webhookId, limit: 20, ...(status !== 'all' && { status }), ...(type && { type }) },
      {
        getNextPageParam: (page) => page.nextCursor ?? undefined,
        placeholderData: keepPreviousData,
        refetchInterval: ({ state }) =>
          state.data?.pages[0]?.deliveries.some((delivery) => delivery.status === 'pending') ? 5_000 : false,
      },
    ),
  );
  const filtered = status !== 'all' || type !== '';
  const details = (delivery: WebhookDelivery) => (
    <Button
      variant="secondary"
      size="small"
      aria-label={text.open(nameOf(delivery.type), momentOf(delivery.createdAt))}
      onClick={() => setOpen(delivery)}
    >
      {text.details}
    </Button>
  );
  const name = (delivery: WebhookDelivery) => (
    <div>
      <p className="font-semibold">{nameOf(delivery.type)}</p>
      <p className="text-sm text-ink-soft">{momentOf(delivery.createdAt)}</p>
    </div>
  );
  return (
    <section className="mt-8" aria-label={text.title}>
      <div className="mb-4 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 className="text-xl">{text.title}</h2>
          <p className="text-sm text-ink-soft">{text.lead}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button variant="secondary" size="small" busy={query.isRefetching} onClick={() => void query.refetch()}>
            {text.refresh}
          </Button>
          <Button
            variant="secondary"
            size="small"
            disabled={webhook.status !== 'active'}
            onClick={() => setOpen('replay')}
          >
            {text.replayFailed}
          </Button>
        </div>
      </div>
      <div className="mb-4 grid gap-3 sm:max-w-xl sm:grid-cols-2">
        <SelectField
          label={text.status}
          name="status"
          value={status}
          options={statuses.map((value) => ({ value, label: text.statuses[value] }))}
          onChange={(event) => setStatus(statuses.find((value) => value === event.currentTarget.value) ?? 'all')}
        />
        <SelectField
          label={text.type}
          name="type"
          value={type}
          options={[
            { value: '', label: text.allTypes },
            ...Object.entries(events).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(event) => setType(event.currentTarget.value)}
        />
      </div>
      <Loaded query={query} skeleton={<DataTableSkeleton rows={4} />}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.deliveries);
          if (rows.length === 0) {
            return (
              <EmptyState title={filtered ? text.emptyFilter : text.empty} level={3}>
                {filtered ? text.emptyFilterText : text.emptyText}
              </EmptyState>
            );
          }
          return (
            <>
              <DataTable
                caption={text.title}
                rows={rows}
                rowKey={({ id }) => id}
                rowName={({ type: name, createdAt }) => `${nameOf(name)}, ${momentOf(createdAt)}`}
                columns={[
                  { key: 'event', label: text.type, render: name },
                  { key: 'status', label: text.status, render: (row) => <Outcome delivery={row} /> },
                  { key: 'answer', label: text.answer, render: answer },
                  { key: 'attempts', label: text.attempts, align: 'end', render: ({ attempts }) => attempts },
                  { key: 'actions', label: '', align: 'end', render: details },
                ]}
                card={(row) => (
                  <div className="grid gap-2">
                    {name(row)}
                    <Outcome delivery={row} />
                    <div className="flex items-center justify-between gap-3">
                      <span className="text-sm text-ink-soft">{answer(row)}</span>
                      {details(row)}
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
      {open === 'replay' ? <ReplayDialog webhookId={webhookId} onClose={() => setOpen(null)} /> : null}
      {open && open !== 'replay' ? (
        <DeliveryDrawer webhookId={webhookId} delivery={open} onClose={() => setOpen(null)} />
      ) : null}
    </section>
  );
}

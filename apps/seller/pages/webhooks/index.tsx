import { useApi } from '@mallhive/api-client';
import { Button, EmptyState, PlusIcon } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { Dashboard } from '../../components/Dashboard.tsx';
import { PlaceIcon } from '../../components/frame/place-icon.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { DataTable, DataTableSkeleton } from '../../components/table/DataTable.tsx';
import { WebhookDialog } from '../../components/webhooks/WebhookDialog.tsx';
import { WebhookState } from '../../components/webhooks/WebhookState.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { webhookMessages as text } from '../../messages/webhooks.ts';
import type { Webhook } from '../../types.ts';

function Address({ webhook: { id, url, description } }: { webhook: Webhook }) {
  return (
    <div className="min-w-0">
      <Link href={`/webhooks/${id}`} className="font-semibold break-all">
        {description || url}
      </Link>
      {description ? <p className="text-sm break-all text-ink-soft">{url}</p> : null}
    </div>
  );
}

function WebhooksContent() {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const [making, setMaking] = useState(false);
  const query = useQuery(api.notifications.webhooks.queryOptions({ sellerId }));
  const full = query.data ? query.data.webhooks.length >= query.data.maximum : false;
  const create = (
    <Button disabled={full} onClick={() => setMaking(true)}>
      <PlusIcon />
      {text.create}
    </Button>
  );
  return (
    <>
      <PageHead title={text.title} lead={text.lead} actions={query.data?.webhooks.length ? create : null} />
      <Loaded query={query} skeleton={<DataTableSkeleton rows={3} />}>
        {({ webhooks, maximum }) =>
          webhooks.length === 0 ? (
            <EmptyState icon={<PlaceIcon name="webhooks" />} title={text.empty} actions={create}>
              {text.emptyText}
            </EmptyState>
          ) : (
            <>
              {full ? <p className="mb-3 text-ink-soft">{text.full(maximum)}</p> : null}
              <DataTable
                caption={text.title}
                rows={webhooks}
                rowKey={({ id }) => id}
                rowName={({ url, description }) => description || url}
                columns={[
                  { key: 'address', label: text.address, render: (row) => <Address webhook={row} /> },
                  { key: 'events', label: text.hears, render: ({ events }) => text.count(events.length) },
                  { key: 'state', label: '', align: 'end', render: (row) => <WebhookState webhook={row} /> },
                ]}
                card={(row) => (
                  <div className="grid gap-2">
                    <Address webhook={row} />
                    <div className="flex items-center justify-between gap-3">
                      <span className="text-sm text-ink-soft">{text.count(row.events.length)}</span>
                      <WebhookState webhook={row} />
                    </div>
                  </div>
                )}
              />
            </>
          )
        }
      </Loaded>
      {making ? (
        <WebhookDialog types={query.data?.eventTypes.map(({ type }) => type) ?? []} onClose={() => setMaking(false)} />
      ) : null}
    </>
  );
}

export default function WebhooksPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title} roles={['owner']}>
      <WebhooksContent />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;

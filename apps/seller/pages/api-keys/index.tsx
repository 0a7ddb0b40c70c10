import { useApi } from '@mallhive/api-client';
import { Badge, Button, EmptyState, LockIcon, Notice, PlusIcon } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dashboard } from '../../components/Dashboard.tsx';
import { useConfirm } from '../../components/frame/confirm.tsx';
import { NewKeyDialog } from '../../components/keys/NewKeyDialog.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { DataTable, DataTableSkeleton } from '../../components/table/DataTable.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { dayOf, momentOf } from '../../logic/days.ts';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { organisationMessages } from '../../messages/organisation.ts';
import type { ApiKey } from '../../types.ts';

const { keys: text, failed, refused } = organisationMessages;
const tones = { active: 'positive', expired: 'caution', revoked: 'neutral' } as const;

function Name({ apiKey }: { apiKey: ApiKey }) {
  return (
    <div className="min-w-0">
      <p className="font-semibold break-words">{apiKey.name}</p>
      <code className="text-sm text-ink-soft">{apiKey.prefix}…</code>
      <p className="text-sm text-ink-soft">{apiKey.scopes.map((scope) => text.scope[scope] ?? scope).join(', ')}</p>
    </div>
  );
}

const usedOf = ({ lastUsedAt }: ApiKey) => (lastUsedAt ? momentOf(lastUsedAt) : text.never);
const expiryOf = ({ expiresAt }: ApiKey) => (expiresAt ? dayOf(expiresAt) : text.notExpiring);

function KeysContent() {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const { sellerId } = useOrganisation();
  const [making, setMaking] = useState(false);
  const query = useQuery(api.identity.apiKeys.queryOptions({ sellerId }));
  const revoke = useMutation(
    api.identity.revokeApiKey.mutationOptions({
      onSuccess: () => toast.show({ message: text.revoked }),
      onSettled: () => queries.invalidateQueries({ queryKey: api.identity.apiKeys.pathKey() }),
    }),
  );
  const end = async ({ id, name }: ApiKey) => {
    const question = {
      title: text.revokeTitle(name),
      body: text.revokeText,
      confirm: text.revoke,
      tone: 'danger',
    } as const;
    if (await confirm(question)) revoke.mutate({ sellerId, id });
  };
  const action = (apiKey: ApiKey) =>
    apiKey.state === 'active' ? (
      <Button variant="secondary" size="small" aria-label={text.revokeOf(apiKey.name)} onClick={() => void end(apiKey)}>
        {text.revoke}
      </Button>
    ) : null;
  const badge = ({ state }: ApiKey) => <Badge tone={tones[state]}>{text.state[state]}</Badge>;
  const create = (
    <Button onClick={() => setMaking(true)}>
      <PlusIcon />
      {text.create}
    </Button>
  );
  return (
    <>
      <PageHead title={text.title} lead={text.lead} actions={query.data?.keys.length ? create : null} />
      {revoke.isError ? (
        <Notice tone="danger" role="alert" className="mb-4">
          {sayRefusal(revoke.error, refused, failed)}
        </Notice>
      ) : null}
      <Loaded query={query} skeleton={<DataTableSkeleton rows={3} />}>
        {({ keys }) =>
          keys.length === 0 ? (
            <EmptyState icon={<LockIcon />} title={text.empty} actions={create}>
              {text.emptyText}
            </EmptyState>
          ) : (
            <DataTable
              caption={text.title}
              rows={keys}
              rowKey={({ id }) => id}
              rowName={({ name }) => name}
              columns={[
                { key: 'key', label: text.key, render: (row) => <Name apiKey={row} /> },
                { key: 'used', label: text.used, render: usedOf },
                { key: 'expires', label: text.expires, render: expiryOf },
                { key: 'state', label: '', render: badge },
                { key: 'actions', label: '', align: 'end', render: action },
              ]}
              card={(row) => (
                <div className="grid gap-2">
                  <Name apiKey={row} />
                  <p className="text-sm text-ink-soft">
                    {text.used}: {usedOf(row)} · {text.expires}: {expiryOf(row)}
                  </p>
                  <div className="flex items-center justify-between">
                    {badge(row)}
                    {action(row)}
                  </div>
                </div>
              )}
            />
          )
        }
      </Loaded>
      {making ? <NewKeyDialog onClose={() => setMaking(false)} /> : null}
    </>
  );
}

export default function KeysPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title} roles={['owner']}>
      <KeysContent />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;

import { useApi } from '@mallhive/api-client';
import { Button, Notice, Switch } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { momentOf } from '../../logic/days.ts';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { webhookMessages } from '../../messages/webhooks.ts';
import type { Webhook, WebhookEvent } from '../../types.ts';
import { useConfirm } from '../frame/confirm.tsx';
import { useOrganisation } from '../organisation.tsx';
import { PageHead, Panel } from '../PageHead.tsx';
import { DeliveryLog } from './DeliveryLog.tsx';
import { SecretDialog } from './SecretDialog.tsx';
import { WebhookDialog } from './WebhookDialog.tsx';
import { WebhookState } from './WebhookState.tsx';

const { detail: text, events, secret, refused, failed, hears } = webhookMessages;

/** How it stands with an address, when that is not well. */
function Standing({ webhook: { status, disabledReason, failingSince } }: { webhook: Webhook }) {
  if (status === 'disabled' && disabledReason) {
    return (
      <Notice tone="danger" title={text.disabled[disabledReason]} className="mb-5">
        {text.disabledHint}
      </Notice>
    );
  }
  if (status !== 'active' || !failingSince) return null;
  return (
    <Notice tone="caution" className="mb-5">
      {text.failing(momentOf(failingSince))}
    </Notice>
  );
}

export function WebhookDetail({ webhook }: { webhook: Webhook }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const router = useRouter();
  const { sellerId } = useOrganisation();
  const [open, setOpen] = useState<'edit' | 'secret' | null>(null);
  const types = useQuery(api.notifications.webhooks.queryOptions({ sellerId })).data?.eventTypes;
  const ids = { sellerId, webhookId: webhook.id };
  const onSettled = () => queries.invalidateQueries({ queryKey: api.notifications.pathKey() });
  const update = useMutation(
    api.notifications.updateWebhook.mutationOptions({
      onSettled,
      onSuccess: () => toast.show({ message: text.saved }),
    }),
  );
  const ping = useMutation(
    api.notifications.pingWebhook.mutationOptions({
      onSettled,
      onSuccess: () => toast.show({ message: text.pinged }),
    }),
  );
  const remove = useMutation(
    api.notifications.removeWebhook.mutationOptions({
      onSuccess: async () => {
        toast.show({ message: text.removed });
        await router.push('/webhooks');
        await queries.invalidateQueries({ queryKey: api.notifications.webhooks.pathKey() });
      },
    }),
  );
  const end = async () => {
    const question = { title: text.removeTitle, body: text.removeText, confirm: text.remove, tone: 'danger' } as const;
    if (await confirm(question)) remove.mutate(ids);
  };
  const known = types?.map(({ type }) => type) ?? [];
  const { url, description } = webhook;
  const switchTo = (active: boolean) =>
    update.mutate({
      ...{ ...ids, url, description, active },
      events: known.filter((type): type is WebhookEvent => webhook.events.includes(type)),
    });
  const error = [update, ping, remove].find(({ isError }) => isError)?.error;
  return (
    <>
      <PageHead
        title={description || url}
        badges={<WebhookState webhook={webhook} />}
        lead={description ? <span className="break-all">{url}</span> : null}
        actions={
          <>
            <Button variant="secondary" disabled={types === undefined} onClick={() => setOpen('edit')}>
              {text.edit}
            </Button>
            <Button disabled={webhook.status !== 'active'} busy={ping.isPending} onClick={() => ping.mutate(ids)}>
              {text.ping}
            </Button>
          </>
        }
      />
      <Standing webhook={webhook} />
      {error ? (
        <Notice tone="danger" role="alert" className="mb-5">
          {sayRefusal(error, refused, failed)}
        </Notice>
      ) : null}
      <div className="grid gap-5 lg:grid-cols-2">
        <Panel title={hears}>
          <ul className="list-disc ps-5 leading-8 sm:columns-2">
            {webhook.events.map((type) => (
              <li key={type}>{events[type] ?? type}</li>
            ))}
          </ul>
        </Panel>
        <Panel title={text.settings}>
          <div className="grid justify-items-start gap-4">
            {webhook.previousSecretUntil ? (
              <p className="text-ink-soft">{secret.until(momentOf(webhook.previousSecretUntil))}</p>
            ) : null}
            <Button variant="secondary" onClick={() => setOpen('secret')}>
              {secret.renew}
            </Button>
            <Switch
              label={text.on}
              checked={webhook.status === 'active'}
              disabled={update.isPending || types === undefined}
              onChange={(event) => switchTo(event.currentTarget.checked)}
            />
            <Button variant="link" busy={remove.isPending} onClick={() => void end()}>
              {text.remove}
            </Button>
          </div>
        </Panel>
      </div>
      <DeliveryLog webhook={webhook} />
      {open === 'edit' ? (
        <WebhookDialog
          types={known}
          webhook={webhook}
          onSaved={() => toast.show({ message: text.saved })}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'secret' ? <SecretDialog webhookId={webhook.id} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

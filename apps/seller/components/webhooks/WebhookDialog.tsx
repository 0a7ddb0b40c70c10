import { useApi } from '@mallhive/api-client';
import { Button, Checkbox, Dialog, TextField } from '@mallhive/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { webhookMessages as text } from '../../messages/webhooks.ts';
import type { Webhook, WebhookEvent } from '../../types.ts';
import { FormDialog } from '../FormDialog.tsx';
import { useOrganisation } from '../organisation.tsx';
import { ShownOnce } from '../ShownOnce.tsx';

interface WebhookDialogProps {
  types: readonly WebhookEvent[];
  /** Absent: a new one. */
  webhook?: Webhook;
  onSaved?: () => void;
  onClose: () => void;
}

/** A new address or another one, and what it hears of. A new one shows its secret. */
export function WebhookDialog({ types, webhook, onSaved, onClose }: WebhookDialogProps) {
  const api = useApi();
  const queries = useQueryClient();
  const { sellerId } = useOrganisation();
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [description, setDescription] = useState(webhook?.description ?? '');
  const [chosen, setChosen] = useState<ReadonlySet<WebhookEvent>>(
    new Set(types.filter((type) => webhook?.events.includes(type) ?? type === 'order.paid')),
  );
  const [tried, setTried] = useState(false);
  const onSettled = () => queries.invalidateQueries({ queryKey: api.notifications.pathKey() });
  const create = useMutation(api.notifications.createWebhook.mutationOptions({ onSettled }));
  const update = useMutation(
    api.notifications.updateWebhook.mutationOptions({
      onSettled,
      onSuccess: () => {
        onSaved?.();
        onClose();
      },
    }),
  );
  const saving = webhook ? update : create;
  const urlIsFine = /^https?:\/\/\S+$/.test(url.trim());
  const save = () => {
    setTried(true);
    if (!urlIsFine || chosen.size === 0) return;
    const input = { sellerId, url, description, events: types.filter((type) => chosen.has(type)) };
    if (webhook) update.mutate({ ...input, webhookId: webhook.id, active: webhook.status === 'active' });
    else create.mutate(input);
  };
  if (create.data) {
    return (
      <Dialog open onClose={onClose} title={text.secret.madeTitle}>
        <ShownOnce value={create.data.secret} text={text.secret} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={webhook ? text.form.editTitle : text.create}
      submit={text.form.save}
      submitting={text.form.saving}
      busy={saving.isPending}
      refusal={saving.isError ? sayRefusal(saving.error, text.refused, text.failed) : null}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label={text.form.url}
        name="url"
        type="url"
        inputMode="url"
        hint={text.form.urlHint}
        maxLength={500}
        required
        value={url}
        error={tried && !urlIsFine ? text.form.needUrl : null}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <TextField
        label={text.form.description}
        name="description"
        hint={text.form.descriptionHint}
        maxLength={200}
        optional
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <fieldset>
        <legend className="mb-2 font-semibold">{text.form.events}</legend>
        <div className="mb-2 flex gap-4">
          <Button variant="link" size="small" onClick={() => setChosen(new Set(types))}>
            {text.form.all}
          </Button>
          <Button variant="link" size="small" onClick={() => setChosen(new Set())}>
            {text.form.none}
          </Button>
        </div>
        <div className="grid gap-2 sm:grid-cols-2">
          {types.map((type) => (
            <Checkbox
              key={type}
              label={text.events[type] ?? type}
              checked={chosen.has(type)}
              onChange={() => {
                const next = new Set(chosen);
                if (!next.delete(type)) next.add(type);
                setChosen(next);
              }}
            />
          ))}
        </div>
        {tried && chosen.size === 0 ? (
          <p role="alert" className="mt-2 text-sm text-danger">
            {text.form.needEvents}
          </p>
        ) : null}
      </fieldset>
    </FormDialog>
  );
}

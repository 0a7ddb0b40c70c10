import { useApi } from '@mallhive/api-client';
import { SelectField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { webhookMessages } from '../../messages/webhooks.ts';
import { FormDialog } from '../FormDialog.tsx';
import { useOrganisation } from '../organisation.tsx';

const { log: text, refused, failed } = webhookMessages;
const sinces = ['24', '1', '72', '720'] as const;

/** Everything that failed in a time, once more. */
export function ReplayDialog({ webhookId, onClose }: { webhookId: string; onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId } = useOrganisation();
  const [since, setSince] = useState<(typeof sinces)[number]>('24');
  const replay = useMutation(
    api.notifications.replayFailedWebhooks.mutationOptions({
      onSuccess: ({ count }) => {
        toast.show({ message: text.replayedMany(count) });
        onClose();
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.notifications.webhookDeliveries.pathKey() }),
    }),
  );
  const send = () =>
    replay.mutate({ sellerId, webhookId, since: new Date(Date.now() - Number(since) * 3_600_000).toISOString() });
  return (
    <FormDialog
      title={text.replayTitle}
      submit={text.replayFailed}
      submitting={text.replaying}
      busy={replay.isPending}
      refusal={replay.isError ? sayRefusal(replay.error, refused, failed) : null}
      onSubmit={send}
      onClose={onClose}
    >
      <SelectField
        label={text.since}
        name="since"
        value={since}
        options={sinces.map((value) => ({ value, label: text.sinces[value] }))}
        onChange={(event) => setSince(sinces.find((value) => value === event.currentTarget.value) ?? '24')}
      />
    </FormDialog>
  );
}

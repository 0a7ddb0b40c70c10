import { useApi } from '@mallhive/api-client';
import { Dialog, SelectField } from '@mallhive/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { webhookMessages } from '../../messages/webhooks.ts';
import { FormDialog } from '../FormDialog.tsx';
import { useOrganisation } from '../organisation.tsx';
import { ShownOnce } from '../ShownOnce.tsx';

const { secret: text, refused, failed } = webhookMessages;
const overlaps = ['24', '1', '168', '0'] as const;

/** A new signing secret: how long the old one still counts, then the new one, once. */
export function SecretDialog({ webhookId, onClose }: { webhookId: string; onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const { sellerId } = useOrganisation();
  const [overlap, setOverlap] = useState<(typeof overlaps)[number]>('24');
  const rotate = useMutation(
    api.notifications.rotateWebhookSecret.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: api.notifications.pathKey() }),
    }),
  );
  if (rotate.data) {
    return (
      <Dialog open onClose={onClose} title={text.madeTitle}>
        <ShownOnce value={rotate.data.secret} text={text} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={text.renewTitle}
      submit={text.make}
      submitting={text.making}
      busy={rotate.isPending}
      refusal={rotate.isError ? sayRefusal(rotate.error, refused, failed) : null}
      onSubmit={() => rotate.mutate({ sellerId, webhookId, overlapHours: Number(overlap) })}
      onClose={onClose}
    >
      <SelectField
        label={text.overlap}
        name="overlap"
        value={overlap}
        options={overlaps.map((value) => ({ value, label: text.overlaps[value] }))}
        onChange={(event) => setOverlap(overlaps.find((value) => value === event.currentTarget.value) ?? '24')}
      />
    </FormDialog>
  );
}

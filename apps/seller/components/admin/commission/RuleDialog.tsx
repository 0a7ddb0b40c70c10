import { useApi } from '@mallhive/api-client';
import { SelectField, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { parseShare } from '../../../logic/share.ts';
import { payoutMessages } from '../../../messages/payouts.ts';
import { FormDialog } from '../../FormDialog.tsx';
import { useCategories } from '../../product/use-categories.ts';
import { SellerField } from './SellerField.tsx';

const text = payoutMessages.commission;
/** The beginning of that day, by the administrator's clock; null when nothing is typed. */
const dayStart = (day: string): string | null => (day ? new Date(`${day}T00:00:00`).toISOString() : null);

export function RuleDialog({ onClose }: { onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const categories = useCategories();
  const [sellerId, setSellerId] = useState('');
  const [categoryId, setCategoryId] = useState('');
  const [share, setShare] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const basisPoints = parseShare(share);
  const add = useMutation(
    api.payments.addCommissionRule.mutationOptions({
      onSuccess: () => {
        toast.show({ message: text.saved });
        onClose();
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.payments.pathKey() }),
    }),
  );
  const submit = () => {
    setTried(true);
    if (basisPoints === null) return;
    add.mutate({
      sellerId: sellerId || null,
      categoryId: categoryId || null,
      basisPoints,
      validFrom: dayStart(from),
      validUntil: dayStart(until),
    });
  };
  return (
    <FormDialog
      title={text.add}
      submit={text.save}
      submitting={text.saving}
      busy={add.isPending}
      refusal={add.isError ? sayRefusal(add.error, payoutMessages.refused, payoutMessages.failed) : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <SellerField label={text.seller} none={text.everySeller} value={sellerId} onChange={setSellerId} />
      <SelectField
        label={text.category}
        value={categoryId}
        options={[
          { value: '', label: text.everyCategory },
          ...categories.map(({ id, label }) => ({ value: id, label })),
        ]}
        onChange={(event) => setCategoryId(event.currentTarget.value)}
      />
      <TextField
        label={text.share}
        name="share"
        inputMode="decimal"
        autoComplete="off"
        required
        value={share}
        error={tried && basisPoints === null ? text.shareInvalid : null}
        onChange={(event) => setShare(event.currentTarget.value)}
      />
      <div className="grid gap-4 sm:grid-cols-2 sm:items-start">
        <TextField
          label={text.from}
          name="from"
          type="date"
          optional
          hint={text.fromHint}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextField
          label={text.until}
          name="until"
          type="date"
          optional
          hint={text.untilHint}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </div>
    </FormDialog>
  );
}

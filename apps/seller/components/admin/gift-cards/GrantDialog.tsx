import { useApi } from '@mallhive/api-client';
import { formatMoney, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '../../../logic/new-id.ts';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { giftCardMessages } from '../../../messages/gift-cards.ts';
import { FormDialog } from '../../FormDialog.tsx';
import { AmountFields, minorOf, noAmount } from './AmountFields.tsx';

const text = giftCardMessages.grant;

export function GrantDialog({ onClose }: { onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  // The same credit, however often it is sent.
  const [requestId] = useState(newId);
  const [amount, setAmount] = useState(noAmount);
  const [email, setEmail] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const grant = useMutation(
    api.payments.grantCredit.mutationOptions({
      onSuccess: ({ balance }, { currency }) => {
        toast.show({ message: text.done(formatMoney({ amount: balance, currency })) });
        onClose();
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.payments.pathKey() }),
    }),
  );
  const submit = () => {
    setTried(true);
    const minor = minorOf(amount);
    if (minor === null || !email.includes('@') || note.trim() === '') return;
    grant.mutate({ requestId, email: email.trim(), amount: minor, currency: amount.currency, note: note.trim() });
  };
  return (
    <FormDialog
      title={text.title}
      submit={text.save}
      busy={grant.isPending}
      refusal={grant.isError ? sayRefusal(grant.error, giftCardMessages.refused, giftCardMessages.failed) : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={text.email}
        name="email"
        type="email"
        required
        value={email}
        error={tried && !email.includes('@') ? text.emailMissing : null}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <AmountFields value={amount} tried={tried} onChange={setAmount} />
      <TextField
        label={text.note}
        name="note"
        required
        hint={text.noteHint}
        maxLength={200}
        value={note}
        error={tried && note.trim() === '' ? text.noteMissing : null}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

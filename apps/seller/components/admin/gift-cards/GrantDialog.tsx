import { useApi } from '@mallhive/api-client';
import { Button, Dialog, formatMoney, Notice, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { newId } from '../../../logic/new-id.ts';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { giftCardMessages } from '../../../messages/gift-cards.ts';
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const minor = minorOf(amount);
    if (minor === null || !email.includes('@') || note.trim() === '') return;
    grant.mutate({ requestId, email: email.trim(), amount: minor, currency: amount.currency, note: note.trim() });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title}
      footer={
        <div className="flex justify-end">
          <Button type="submit" form="credit" variant="accent" busy={grant.isPending}>
            {text.save}
          </Button>
        </div>
      }
    >
      <form id="credit" noValidate onSubmit={submit} className="grid gap-4" aria-label={text.title}>
        {grant.isError ? (
          <Notice tone="danger" role="alert">
            {sayRefusal(grant.error, giftCardMessages.refused, giftCardMessages.failed)}
          </Notice>
        ) : null}
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
      </form>
    </Dialog>
  );
}

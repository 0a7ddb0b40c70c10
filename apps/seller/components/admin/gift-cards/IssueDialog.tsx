import { useApi } from '@mallhive/api-client';
import { Button, Dialog, SelectField, TextField } from '@mallhive/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '../../../logic/new-id.ts';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { giftCardMessages } from '../../../messages/gift-cards.ts';
import { FormDialog } from '../../FormDialog.tsx';
import { AmountFields, minorOf, noAmount } from './AmountFields.tsx';

const text = giftCardMessages.issue;
const languages = ['en', 'de', 'fr', 'ar'] as const;

export function IssueDialog({ onClose }: { onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  // The same card, however often it is sent.
  const [requestId] = useState(newId);
  const [amount, setAmount] = useState(noAmount);
  const [until, setUntil] = useState('');
  const [email, setEmail] = useState('');
  const [language, setLanguage] = useState<(typeof languages)[number]>('en');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const issue = useMutation(
    api.payments.issueGiftCard.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: api.payments.pathKey() }),
    }),
  );
  const submit = () => {
    setTried(true);
    const minor = minorOf(amount);
    if (minor === null) return;
    const to = email.trim() || null;
    const { currency } = amount;
    issue.mutate({ requestId, amount: minor, currency, expiresOn: until || null, email: to, locale: language, note });
  };
  if (issue.data) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={text.done}
        footer={
          <div className="flex justify-end">
            <Button variant="accent" onClick={onClose}>
              {text.close}
            </Button>
          </div>
        }
      >
        <div className="grid gap-3">
          <p>{text.doneText}</p>
          <p className="rounded-control bg-sunken px-4 py-3 text-lg font-semibold tabular-nums select-all">
            {issue.data.code}
          </p>
          {email.trim() ? <p className="text-ink-soft">{text.mailed(email.trim())}</p> : null}
        </div>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={text.title}
      submit={text.save}
      busy={issue.isPending}
      refusal={issue.isError ? sayRefusal(issue.error, giftCardMessages.refused, giftCardMessages.failed) : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <AmountFields value={amount} tried={tried} onChange={setAmount} />
      <TextField
        label={text.email}
        name="email"
        type="email"
        optional
        hint={text.emailHint}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <div className="grid gap-4 sm:grid-cols-2 sm:items-start">
        <TextField
          label={text.until}
          name="until"
          type="date"
          optional
          hint={text.untilHint}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <SelectField
          label={text.language}
          value={language}
          options={languages.map((value) => ({ value, label: giftCardMessages.languages[value] }))}
          onChange={(event) => setLanguage(languages.find((one) => one === event.currentTarget.value) ?? 'en')}
        />
      </div>
      <TextField
        label={text.note}
        name="note"
        optional
        hint={text.noteHint}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

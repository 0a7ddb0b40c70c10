import { useApi } from '@mallhive/api-client';
import { SelectField, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { parsePrice, priceText } from '../../logic/prices.ts';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { payoutMessages } from '../../messages/payouts.ts';
import type { PayoutSettings } from '../../types.ts';
import { FormDialog } from '../FormDialog.tsx';
import { useOrganisation } from '../organisation.tsx';

const text = payoutMessages.settings;
const frequencies = ['daily', 'weekly', 'monthly'] as const;
const holderForm = /^[\p{L}\d][\p{L}\d /?:().,'+-]{0,69}$/u;
const bicForm = /^([A-Za-z]{6}[A-Za-z0-9]{2}([A-Za-z0-9]{3})?)?$/;
const accountForm = /^[\w-]{4,100}$/;

interface SettingsDialogProps {
  settings: PayoutSettings['settings'];
  methods: PayoutSettings['methods'];
  onClose: () => void;
}

export function SettingsDialog({ settings, methods, onClose }: SettingsDialogProps) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId } = useOrganisation();
  const [frequency, setFrequency] = useState<(typeof frequencies)[number]>(settings?.frequency ?? 'weekly');
  const [minimum, setMinimum] = useState(priceText(settings?.minimum ?? 0));
  const [method, setMethod] = useState(settings?.method ?? 'file');
  const [typed, setTyped] = useState({ holder: '', iban: '', bic: '', account: '' });
  const [tried, setTried] = useState(false);
  const kept = settings?.method === method ? settings.masked : null;
  const isBank = method === 'file';
  // An account that the provider opened needs no typing.
  const chosen = methods.find(({ code }) => code === method);
  const opened = chosen?.onboarding ?? null;
  // Nothing typed means: the account that is there stays.
  const keeps = kept !== null && (isBank ? !typed.holder && !typed.iban && !typed.bic : !typed.account);
  const required = (value: string) => (value.trim() || keeps ? null : text.required);
  const errors = {
    minimum: parsePrice(minimum) === null ? text.minimumInvalid : null,
    holder: required(typed.holder) ?? (keeps || holderForm.test(typed.holder.trim()) ? null : text.holderInvalid),
    iban: required(typed.iban),
    bic: bicForm.test(typed.bic.trim()) ? null : text.bicInvalid,
    account: required(typed.account) ?? (keeps || accountForm.test(typed.account.trim()) ? null : text.accountInvalid),
  };
  const save = useMutation(
    api.payments.savePayoutSettings.mutationOptions({
      onSuccess: () => {
        toast.show({ message: text.saved });
        onClose();
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.payments.payoutSettings.pathKey() }),
    }),
  );
  const submit = () => {
    setTried(true);
    const least = parsePrice(minimum);
    const wrong = isBank ? (errors.holder ?? errors.iban ?? errors.bic) : opened ? null : errors.account;
    if (least === null || wrong) return;
    const { holder, iban, bic, account } = typed;
    const where = isBank ? { bank: { holder, iban, bic } } : { account };
    save.mutate({ sellerId, frequency, minimum: least, method, ...(!keeps && (isBank || !opened) && where) });
  };
  const field = (name: keyof typeof typed) => ({
    name,
    autoComplete: 'off',
    value: typed[name],
    error: tried ? errors[name] : null,
    onChange: (event: { currentTarget: { value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <FormDialog
      title={text.title}
      submit={text.save}
      submitting={text.saving}
      busy={save.isPending}
      refusal={save.isError ? sayRefusal(save.error, payoutMessages.refused, payoutMessages.failed) : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        label={text.method}
        value={method}
        options={methods.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(event) => setMethod(event.currentTarget.value)}
      />
      {isBank ? (
        <>
          <TextField label={text.holder} hint={kept ? text.keep(kept) : undefined} {...field('holder')} />
          <TextField label={text.iban} {...field('iban')} />
          <TextField label={text.bic} optional {...field('bic')} />
        </>
      ) : opened ? (
        <p className="text-sm text-ink-soft">{payoutMessages.account.states[opened](chosen?.name ?? '')}</p>
      ) : (
        <TextField label={text.account} hint={kept ? text.keep(kept) : undefined} {...field('account')} />
      )}
      <div className="grid gap-4 sm:grid-cols-2 sm:items-start">
        <SelectField
          label={text.frequency}
          value={frequency}
          options={frequencies.map((id) => ({ value: id, label: text.frequencies[id] }))}
          onChange={(event) => {
            const next = frequencies.find((id) => id === event.currentTarget.value);
            if (next) setFrequency(next);
          }}
        />
        <TextField
          label={text.minimumLabel}
          name="minimum"
          inputMode="decimal"
          autoComplete="off"
          value={minimum}
          hint={text.minimumHint}
          error={tried ? errors.minimum : null}
          onChange={(event) => setMinimum(event.currentTarget.value)}
        />
      </div>
      <p className="text-sm text-ink-soft">{text.sealed}</p>
    </FormDialog>
  );
}

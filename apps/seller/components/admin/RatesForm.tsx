import { useApi } from '@mallhive/api-client';
import { Button, formatMoney, Notice, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { momentLabel } from '../../logic/figures.ts';
import { decimalsOf } from '../../logic/prices.ts';
import { changePercentOf, isRate } from '../../logic/rates.ts';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { adminMessages } from '../../messages/admin.ts';
import type { ExchangeRate } from '../../types.ts';
import { useConfirm } from '../frame/confirm.tsx';

const text = adminMessages.rates;
/** More than that is rather a slip of the keyboard. */
const largePercent = 20;

export function RatesForm({ rates }: { rates: readonly ExchangeRate[] }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const reference = rates.find(({ rate }) => Number(rate) === 1)?.currency ?? 'GBP';
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [tried, setTried] = useState(false);
  const value = (rate: ExchangeRate) => typed[rate.currency] ?? rate.rate;
  const changed = rates.filter((rate) => value(rate).trim() !== rate.rate);
  const save = useMutation(
    api.catalog.setExchangeRates.mutationOptions({
      onSuccess: () => {
        setTyped({});
        setTried(false);
        toast.show({ message: text.saved });
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.catalog.exchangeRates.pathKey() }),
    }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (changed.some((rate) => !isRate(value(rate)))) return;
    const large = changed.find((rate) => Math.abs(changePercentOf(rate.rate, value(rate))) > largePercent);
    if (large) {
      const percent = changePercentOf(large.rate, value(large));
      const question = {
        title: text.confirmTitle,
        body: text.confirmText(large.currency, percent),
        confirm: text.confirm,
        tone: 'danger' as const,
      };
      if (!(await confirm(question))) return;
    }
    save.mutate({ rates: changed.map((rate) => ({ currency: rate.currency, rate: value(rate).trim() })) });
  };
  const say = (currency: ExchangeRate['currency'], units: number) =>
    formatMoney({ amount: Math.round(units * 10 ** decimalsOf(currency)), currency });
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid max-w-2xl gap-4">
      <p className="text-ink-soft">{text.reference(reference)}</p>
      {save.isError ? (
        <Notice tone="danger" role="alert">
          {sayRefusal(save.error, {}, text.failed)}
        </Notice>
      ) : null}
      <ul className="divide-y divide-line rounded-tile border border-line bg-surface">
        {rates.map((rate) => (
          <li key={rate.currency} className="grid gap-3 p-5 sm:grid-cols-[4rem_minmax(0,1fr)_14rem] sm:items-center">
            <span className="text-lg font-semibold">{rate.currency}</span>
            <span className="text-sm text-ink-soft">
              {rate.currency === reference
                ? text.fixed
                : text.example(say(reference, 10), say(rate.currency, 10 * (Number(value(rate)) || 0)))}
              <span className="block">{text.updated(momentLabel(rate.updatedAt))}</span>
            </span>
            <TextField
              label={text.rate(rate.currency)}
              hideLabel
              name={`rate-${rate.currency}`}
              inputMode="decimal"
              autoComplete="off"
              disabled={rate.currency === reference}
              value={value(rate)}
              error={tried && !isRate(value(rate)) ? text.invalid : null}
              onChange={(event) => setTyped({ ...typed, [rate.currency]: event.currentTarget.value })}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button type="submit" variant="accent" busy={save.isPending} disabled={changed.length === 0}>
          {save.isPending ? text.saving : text.save}
        </Button>
      </div>
    </form>
  );
}

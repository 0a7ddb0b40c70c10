import { useApi } from '@mallhive/api-client';
import { Button, IconButton, Notice, RadioCards, SelectField, TextField, TrashIcon } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { draftsOf, type RateDraft, rateDraft, rateProblems, ratesOf } from '../../../logic/tax.ts';
import { rulesMessages } from '../../../messages/rules.ts';
import type { TaxRules, TaxZone } from '../../../types.ts';
import { CountriesField } from '../CountriesField.tsx';

const text = rulesMessages.tax;
const problemText = { percent: text.percentInvalid, day: text.dayInvalid, twice: text.twice };

interface TaxZoneFormProps {
  /** Null for a new one. */
  zone: TaxZone | null;
  classes: TaxRules['classes'];
  /** `2026-11-23`. */
  today: string;
  onClose: () => void;
}

/** A zone with its countries and the rates of each class over time. */
export function TaxZoneForm({ zone, classes, today, onClose }: TaxZoneFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const [name, setName] = useState(zone?.name ?? '');
  const [countries, setCountries] = useState<readonly string[]>(zone?.countries ?? []);
  const [included, setIncluded] = useState(zone?.pricesIncludeTax ?? true);
  const [rates, setRates] = useState<RateDraft[]>(() => (zone ? draftsOf(zone.rates) : [rateDraft('standard', today)]));
  const [tried, setTried] = useState(false);
  const save = useMutation(
    api.payments.saveTaxZone.mutationOptions({
      onSuccess: () => {
        toast.show({ message: rulesMessages.saved });
        onClose();
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.payments.taxRules.pathKey() }),
    }),
  );
  const problems = rateProblems(rates);
  const set = (key: number, change: Partial<RateDraft>) =>
    setRates(rates.map((rate) => (rate.key === key ? { ...rate, ...change } : rate)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || problems.size > 0) return;
    save.mutate({
      id: zone?.id ?? null,
      version: zone?.version ?? 0,
      name,
      pricesIncludeTax: included,
      countries: [...countries],
      rates: ratesOf(rates),
    });
  };
  return (
    <form noValidate onSubmit={submit} className="grid gap-5" aria-label={zone ? zone.name : text.newZone}>
      {save.isError ? (
        <Notice tone="danger" role="alert">
          {sayRefusal(save.error, rulesMessages.refused, rulesMessages.failed)}
        </Notice>
      ) : null}
      <TextField
        label={rulesMessages.name}
        className="max-w-sm"
        maxLength={80}
        autoComplete="off"
        value={name}
        error={tried && !name.trim() ? rulesMessages.nameMissing : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <CountriesField countries={countries} onChange={setCountries} />
      <RadioCards
        legend={text.prices}
        className="max-w-xl"
        value={included ? 'included' : 'on-top'}
        options={[
          { value: 'included', label: text.included, description: text.includedHint },
          { value: 'on-top', label: text.onTop, description: text.onTopHint },
        ]}
        onChange={(value) => setIncluded(value === 'included')}
      />
      <fieldset className="grid gap-3">
        <legend className="mh-label">{text.rates}</legend>
        <p className="mh-hint">{text.ratesHint}</p>
        {rates.map((rate, index) => {
          const problem = tried ? problems.get(index) : undefined;
          const error = problem ? problemText[problem] : null;
          return (
            <fieldset
              key={rate.key}
              className="grid grid-cols-2 gap-3 border-t border-line pt-3 sm:max-w-2xl sm:grid-cols-[minmax(0,1fr)_11rem_8rem_2.75rem] sm:items-start sm:border-0 sm:pt-0"
            >
              <legend className="mh-visually-hidden">{text.rate(index + 1)}</legend>
              <SelectField
                label={text.class}
                className="col-span-2 sm:col-span-1"
                value={rate.taxClass}
                options={classes.map(({ code, name: label }) => ({ value: code, label }))}
                onChange={({ currentTarget }) => set(rate.key, { taxClass: currentTarget.value })}
              />
              <TextField
                label={text.validFrom}
                type="date"
                value={rate.validFrom}
                error={problem === 'percent' ? null : error}
                onChange={({ currentTarget }) => set(rate.key, { validFrom: currentTarget.value })}
              />
              <TextField
                label={text.percent}
                inputMode="decimal"
                autoComplete="off"
                value={rate.percent}
                error={problem === 'percent' ? error : null}
                onChange={({ currentTarget }) => set(rate.key, { percent: currentTarget.value })}
              />
              <IconButton
                label={text.removeRate(index + 1)}
                className="sm:mt-8"
                onClick={() => setRates(rates.filter(({ key }) => key !== rate.key))}
              >
                <TrashIcon />
              </IconButton>
            </fieldset>
          );
        })}
        <div>
          <Button
            variant="secondary"
            size="small"
            onClick={() => setRates([...rates, rateDraft(classes[0]?.code ?? 'standard', today)])}
          >
            {text.addRate}
          </Button>
        </div>
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="accent" busy={save.isPending}>
          {save.isPending ? rulesMessages.saving : rulesMessages.save}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {rulesMessages.cancel}
        </Button>
      </div>
    </form>
  );
}

import { useApi } from '@mallhive/api-client';
import { Button, Notice, RadioCards, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { draftOf, type OfferDraft, offerOf, offerProblems } from '../../../logic/offers.ts';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { rulesMessages } from '../../../messages/rules.ts';
import type { ShippingZone } from '../../../types.ts';
import { OfferFields } from '../../shipping/OfferFields.tsx';
import { CountriesField } from '../CountriesField.tsx';

const text = rulesMessages.shipping;
const methods = ['standard', 'express'] as const;

interface ShippingZoneFormProps {
  /** Null for a new one. */
  zone: ShippingZone | null;
  onClose: () => void;
}

/** A zone with its countries and what each method costs there. */
export function ShippingZoneForm({ zone, onClose }: ShippingZoneFormProps) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const [name, setName] = useState(zone?.name ?? '');
  const [elsewhere, setElsewhere] = useState(zone?.elsewhere ?? false);
  const [countries, setCountries] = useState<readonly string[]>(zone?.countries ?? []);
  const [drafts, setDrafts] = useState<OfferDraft[]>(() =>
    methods.map((method) => draftOf(method, zone?.offers.find((offer) => offer.method === method) ?? null)),
  );
  const [tried, setTried] = useState(false);
  const save = useMutation(
    api.payments.saveShippingZone.mutationOptions({
      onSuccess: () => {
        toast.show({ message: rulesMessages.saved });
        onClose();
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.payments.shippingRules.pathKey() }),
    }),
  );
  const problems = drafts.map(offerProblems);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || problems.some(({ size }) => size > 0)) return;
    save.mutate({
      id: zone?.id ?? null,
      version: zone?.version ?? 0,
      name,
      elsewhere,
      countries: elsewhere ? [] : [...countries],
      offers: drafts.map(offerOf),
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
      <RadioCards
        legend={text.where}
        className="max-w-xl"
        value={elsewhere ? 'elsewhere' : 'some'}
        options={[
          { value: 'some', label: text.someCountries },
          { value: 'elsewhere', label: text.elsewhere },
        ]}
        onChange={(value) => setElsewhere(value === 'elsewhere')}
      />
      {elsewhere ? null : <CountriesField countries={countries} onChange={setCountries} />}
      {drafts.map((draft, index) => (
        <OfferFields
          key={draft.method}
          draft={draft}
          problems={tried ? (problems[index] ?? new Set()) : new Set()}
          offeredLabel={text.offered}
          onChange={(changed) => setDrafts(drafts.map((other) => (other.method === changed.method ? changed : other)))}
        />
      ))}
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

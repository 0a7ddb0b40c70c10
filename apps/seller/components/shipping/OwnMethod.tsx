import { useApi } from '@mallhive/api-client';
import { Badge, Button, Notice } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { draftOf, type OfferDraft, offerOf, offerProblems } from '../../logic/offers.ts';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { rulesMessages } from '../../messages/rules.ts';
import type { SellerShippingMethod, SellerShippingZone, ShippingOffer } from '../../types.ts';
import { useOrganisation } from '../organisation.tsx';
import { OfferFields } from './OfferFields.tsx';
import { OfferSummary } from './OfferSummary.tsx';

const text = rulesMessages.own;

interface OwnMethodProps {
  zone: SellerShippingZone;
  entry: SellerShippingMethod;
}

/** One method in one zone: the price that holds, and a form for one's own. */
export function OwnMethod({ zone, entry }: OwnMethodProps) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId } = useOrganisation();
  const [draft, setDraft] = useState<OfferDraft | null>(null);
  const [tried, setTried] = useState(false);
  const { method, own, marketplace, version } = entry;
  const name = rulesMessages.shipping.methods[method];
  const shown = own ?? marketplace;
  const save = useMutation(
    api.payments.saveSellerShipping.mutationOptions({
      onSuccess: () => {
        toast.show({ message: rulesMessages.saved });
        setDraft(null);
        setTried(false);
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.payments.sellerShipping.pathKey() }),
    }),
  );
  const send = (offer: ShippingOffer | null) => save.mutate({ sellerId, zoneId: zone.id, method, version, offer });
  const problems = draft ? offerProblems(draft) : new Set<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft && problems.size === 0) send(offerOf(draft));
  };
  const refusal = save.isError ? (
    <Notice tone="danger" role="alert">
      {sayRefusal(save.error, rulesMessages.refused, rulesMessages.failed)}
    </Notice>
  ) : null;
  if (draft)
    return (
      <form noValidate onSubmit={submit} className="grid gap-4" aria-label={`${name}, ${zone.name}`}>
        {refusal}
        <OfferFields
          draft={draft}
          problems={tried ? problems : new Set()}
          offeredLabel={text.offerHere}
          onChange={setDraft}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="accent" busy={save.isPending}>
            {save.isPending ? rulesMessages.saving : rulesMessages.save}
          </Button>
          <Button variant="quiet" onClick={() => setDraft(null)}>
            {rulesMessages.cancel}
          </Button>
        </div>
      </form>
    );
  return (
    <div className="grid gap-3 sm:grid-cols-[11rem_minmax(0,1fr)_auto]">
      <p className="grid content-start justify-items-start gap-1">
        <span className="font-semibold">{name}</span>
        <Badge tone={own ? 'accent' : 'neutral'}>{own ? text.own : text.marketplace}</Badge>
      </p>
      <div className="min-w-0">
        {refusal}
        {shown ? <OfferSummary offer={shown} /> : <p className="text-sm text-ink-soft">{text.nothing}</p>}
      </div>
      <div className="flex flex-wrap content-start gap-2">
        <Button
          variant="secondary"
          size="small"
          aria-label={own ? text.editOf(name, zone.name) : text.setOf(name, zone.name)}
          onClick={() => {
            save.reset();
            setDraft({ ...draftOf(method, shown), offered: shown?.offered ?? true });
          }}
        >
          {own ? rulesMessages.edit : text.set}
        </Button>
        {own ? (
          <Button
            variant="quiet"
            size="small"
            aria-label={text.backOf(name, zone.name)}
            busy={save.isPending}
            onClick={() => send(null)}
          >
            {text.back}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

import { useApi } from '@mallhive/api-client';
import { Button, EmptyState } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { countryName } from '../../../logic/countries.ts';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { rulesMessages } from '../../../messages/rules.ts';
import type { ShippingZone } from '../../../types.ts';
import { useConfirm } from '../../frame/confirm.tsx';
import { Panel } from '../../PageHead.tsx';
import { OfferSummary } from '../../shipping/OfferSummary.tsx';
import { ShippingZoneForm } from './ShippingZoneForm.tsx';

const text = rulesMessages.shipping;

interface ShippingZonesProps {
  zones: readonly ShippingZone[];
  /** Which one is edited: an id, `new`, or none. */
  edited: string | null;
  onEdit: (id: string | null) => void;
}

/** Every zone as a block; the one that is edited is a form. */
export function ShippingZones({ zones, edited, onEdit }: ShippingZonesProps) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const remove = useMutation(
    api.payments.deleteShippingZone.mutationOptions({
      onSuccess: () => toast.show({ message: rulesMessages.removed }),
      onError: (error) => toast.show({ message: sayRefusal(error, rulesMessages.refused, rulesMessages.failed) }),
      onSettled: () => queries.invalidateQueries({ queryKey: api.payments.shippingRules.pathKey() }),
    }),
  );
  const askAndRemove = async ({ id, version, name }: ShippingZone) => {
    const question = {
      title: text.removeTitle,
      body: text.removeText(name),
      confirm: rulesMessages.remove,
      tone: 'danger' as const,
    };
    if (await confirm(question)) remove.mutate({ id, version });
  };
  return (
    <div className="grid gap-5">
      {edited === 'new' ? (
        <Panel title={text.newZone}>
          <ShippingZoneForm zone={null} onClose={() => onEdit(null)} />
        </Panel>
      ) : null}
      {zones.length === 0 && edited !== 'new' ? <EmptyState title={text.empty}>{text.emptyText}</EmptyState> : null}
      {zones.map((zone) =>
        edited === zone.id ? (
          <Panel key={zone.id} title={zone.name}>
            <ShippingZoneForm zone={zone} onClose={() => onEdit(null)} />
          </Panel>
        ) : (
          <Panel
            key={zone.id}
            title={zone.name}
            actions={
              <div className="flex gap-2">
                <Button
                  variant="secondary"
                  size="small"
                  aria-label={rulesMessages.editOf(zone.name)}
                  onClick={() => onEdit(zone.id)}
                >
                  {rulesMessages.edit}
                </Button>
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={rulesMessages.removeOf(zone.name)}
                  onClick={() => void askAndRemove(zone)}
                >
                  {rulesMessages.remove}
                </Button>
              </div>
            }
          >
            <p className="mb-2 text-sm text-ink-soft">
              {zone.elsewhere ? text.elsewhere : zone.countries.map(countryName).join(', ')}
            </p>
            <ul className="divide-y divide-line">
              {zone.offers.map((offer) => (
                <li key={offer.method} className="grid gap-2 py-3 sm:grid-cols-[11rem_minmax(0,1fr)]">
                  <span className="font-semibold">{text.methods[offer.method]}</span>
                  <OfferSummary offer={offer} />
                </li>
              ))}
            </ul>
          </Panel>
        ),
      )}
    </div>
  );
}

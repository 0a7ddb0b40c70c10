import { useApi } from '@mallhive/api-client';
import { Badge, Button, EmptyState } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { countryName } from '../../../logic/countries.ts';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { percentText, ratesAround } from '../../../logic/tax.ts';
import { rulesMessages } from '../../../messages/rules.ts';
import type { TaxRules, TaxZone } from '../../../types.ts';
import { useConfirm } from '../../frame/confirm.tsx';
import { Panel } from '../../PageHead.tsx';
import { TaxZoneForm } from './TaxZoneForm.tsx';

const text = rulesMessages.tax;
const names = ({ countries }: TaxZone) => countries.map(countryName).join(', ');
const percent = (basisPoints: number) => `${percentText(basisPoints)} %`;

/** What a class is taxed at today, and from when on differently. */
function Rates({ zone, classes, today }: { zone: TaxZone; classes: TaxRules['classes']; today: string }) {
  const known = classes.flatMap(({ code, name }) => {
    const { now, next } = ratesAround(zone.rates, code, today);
    return now || next ? [{ code, name, now, next }] : [];
  });
  if (known.length === 0) return <span className="text-sm text-ink-soft">{text.noRate}</span>;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm tabular-nums">
      {known.map(({ code, name, now, next }) => (
        <li key={code}>
          <span className="text-ink-soft">{name} </span>
          {now ? percent(now.basisPoints) : text.noRate}
          {next ? (
            <span className="text-ink-soft"> · {text.later(percent(next.basisPoints), next.validFrom)}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

interface TaxZonesProps {
  rules: TaxRules;
  today: string;
  /** Which one is edited: an id, `new`, or none. */
  edited: string | null;
  onEdit: (id: string | null) => void;
}

/** Every zone as a row; the one that is edited is a form. */
export function TaxZones({ rules: { zones, classes }, today, edited, onEdit }: TaxZonesProps) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const remove = useMutation(
    api.payments.deleteTaxZone.mutationOptions({
      onSuccess: () => toast.show({ message: rulesMessages.removed }),
      onError: (error) => toast.show({ message: sayRefusal(error, rulesMessages.refused, rulesMessages.failed) }),
      onSettled: () => queries.invalidateQueries({ queryKey: api.payments.taxRules.pathKey() }),
    }),
  );
  const askAndRemove = async ({ id, version, name }: TaxZone) => {
    const question = {
      title: text.removeTitle,
      body: text.removeText(name),
      confirm: rulesMessages.remove,
      tone: 'danger' as const,
    };
    if (await confirm(question)) remove.mutate({ id, version });
  };
  const close = () => onEdit(null);
  return (
    <Panel title={text.zones}>
      {edited === 'new' ? (
        <div className="mb-5 border-b border-line pb-5">
          <h3 className="mb-3 font-sans text-lg font-semibold">{text.newZone}</h3>
          <TaxZoneForm zone={null} classes={classes} today={today} onClose={close} />
        </div>
      ) : null}
      {zones.length === 0 && edited !== 'new' ? (
        <EmptyState title={text.empty} level={3}>
          {text.emptyText}
        </EmptyState>
      ) : null}
      <ul className="divide-y divide-line">
        {zones.map((zone) =>
          edited === zone.id ? (
            <li key={zone.id} className="py-5">
              <TaxZoneForm zone={zone} classes={classes} today={today} onClose={close} />
            </li>
          ) : (
            <li
              key={zone.id}
              className="grid gap-x-4 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_auto] sm:items-center"
            >
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2">
                  <span className="font-semibold">{zone.name}</span>
                  <Badge tone={zone.pricesIncludeTax ? 'neutral' : 'caution'}>
                    {zone.pricesIncludeTax ? text.included : text.onTop}
                  </Badge>
                </p>
                {names(zone) === zone.name ? null : (
                  <p className="text-sm text-ink-soft">{names(zone) || rulesMessages.noCountries}</p>
                )}
              </div>
              <Rates zone={zone} classes={classes} today={today} />
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
            </li>
          ),
        )}
      </ul>
    </Panel>
  );
}

import { Button, IconButton, Switch, TextField, TrashIcon } from '@mallhive/ui';
import { emptyBand, type OfferDraft, shopCurrencies } from '../../logic/offers.ts';
import { rulesMessages } from '../../messages/rules.ts';

const text = rulesMessages.shipping;
const columns = 'grid grid-cols-2 gap-3 sm:grid-cols-[8.5rem_repeat(4,minmax(0,1fr))_2.75rem] sm:items-start';

interface OfferFieldsProps {
  draft: OfferDraft;
  problems: ReadonlySet<string>;
  /** What the switch says. */
  offeredLabel: string;
  onChange: (draft: OfferDraft) => void;
}

/** How one method is sold: days, a row of prices per weight, and from which sum on it is free. */
export function OfferFields({ draft, problems, offeredLabel, onChange }: OfferFieldsProps) {
  const name = text.methods[draft.method];
  const { bands, freeFrom } = draft;
  const setBand = (key: number, change: Partial<OfferDraft['bands'][number]>) =>
    onChange({ ...draft, bands: bands.map((band) => (band.key === key ? { ...band, ...change } : band)) });
  const days = (field: 'minimumDays' | 'maximumDays', label: string, error: string | null) => (
    <TextField
      label={label}
      inputMode="numeric"
      autoComplete="off"
      className="w-28"
      value={draft[field]}
      error={error}
      onChange={(event) => onChange({ ...draft, [field]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className="grid min-w-0 gap-4 rounded-tile border border-line p-4">
      <legend className="px-1 font-semibold">{name}</legend>
      <Switch
        label={offeredLabel}
        checked={draft.offered}
        onChange={(event) => onChange({ ...draft, offered: event.currentTarget.checked })}
      />
      {draft.offered ? (
        <>
          <div className="flex flex-wrap gap-3">
            {days('minimumDays', text.minimumDays, problems.has('days') ? text.daysInvalid : null)}
            {days('maximumDays', text.maximumDays, null)}
          </div>
          {bands.map((band, index) => (
            <fieldset key={band.key} className={columns}>
              <legend className="mh-visually-hidden">{text.band(index + 1)}</legend>
              <TextField
                label={text.upTo}
                className="col-span-2 sm:col-span-1"
                inputMode="decimal"
                autoComplete="off"
                hint={index === bands.length - 1 ? text.upToHint : null}
                value={band.upTo}
                error={problems.has(`upTo.${index}`) ? text.upToInvalid : null}
                onChange={(event) => setBand(band.key, { upTo: event.currentTarget.value })}
              />
              {shopCurrencies.map((currency) => (
                <TextField
                  key={currency}
                  label={currency}
                  inputMode="decimal"
                  autoComplete="off"
                  value={band.prices[currency]}
                  error={problems.has(`price.${index}.${currency}`) ? text.priceInvalid : null}
                  onChange={(event) =>
                    setBand(band.key, { prices: { ...band.prices, [currency]: event.currentTarget.value } })
                  }
                />
              ))}
              {bands.length > 1 ? (
                <IconButton
                  label={text.removeBand(index + 1)}
                  className="sm:mt-8"
                  onClick={() => onChange({ ...draft, bands: bands.filter(({ key }) => key !== band.key) })}
                >
                  <TrashIcon />
                </IconButton>
              ) : null}
            </fieldset>
          ))}
          <div>
            <Button
              variant="secondary"
              size="small"
              onClick={() => onChange({ ...draft, bands: [...bands, emptyBand()] })}
            >
              {text.addBand}
            </Button>
          </div>
          <fieldset className={columns}>
            <legend className="mh-visually-hidden">{text.freeFrom}</legend>
            <p className="col-span-2 text-sm sm:col-span-1 sm:pt-8">
              <span className="font-semibold">{text.freeFrom}</span>
              <span className="mh-hint block">{text.freeFromHint}</span>
            </p>
            {shopCurrencies.map((currency) => (
              <TextField
                key={currency}
                label={currency}
                inputMode="decimal"
                autoComplete="off"
                value={freeFrom[currency]}
                error={problems.has(`freeFrom.${currency}`) ? text.priceInvalid : null}
                onChange={(event) =>
                  onChange({ ...draft, freeFrom: { ...freeFrom, [currency]: event.currentTarget.value } })
                }
              />
            ))}
          </fieldset>
        </>
      ) : null}
    </fieldset>
  );
}

import { Button, Checkbox, TextField, useI18n } from '@mallhive/ui';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { type ListingState, toggleValue } from '../logic/listing-state.ts';
import { majorUnits, minorUnits } from '../logic/price-input.ts';
import { useTexts } from '../texts.ts';
import type { Facet, SearchAnswer } from '../types.ts';

const firstShown = 6;

export type FacetPanelProps = {
  state: ListingState;
  onChange: (state: ListingState) => void;
  facets: SearchAnswer['facets'];
  priceRange: SearchAnswer['priceRange'];
  currency: string;
  /** Facets that the page itself decides: the seller on a seller's page. */
  hidden: string[];
  /** The page shows reduced products only. */
  saleOnly: boolean;
};

export function FacetPanel({ state, onChange, facets, priceRange, currency, hidden, saleOnly }: FacetPanelProps) {
  const texts = useTexts().listing;
  const shown = facets.filter(
    (facet) => !hidden.includes(facet.name) && (facet.values.length > 1 || state.filters[facet.name]),
  );
  const group = (facet: Facet) => (
    <FacetGroup
      key={facet.name}
      facet={facet}
      chosen={state.filters[facet.name] ?? []}
      onToggle={(value) => onChange(toggleValue(state, facet.name, value))}
    />
  );
  return (
    <div className="divide-y divide-line">
      {shown.filter((facet) => facet.name === 'category').map(group)}
      <Group title={texts.availability}>
        <Checkbox
          label={texts.inStock}
          checked={state.inStock}
          onChange={() => onChange({ ...state, inStock: !state.inStock })}
        />
        {saleOnly ? null : (
          <Checkbox
            label={texts.onSale}
            checked={state.onSale}
            onChange={() => onChange({ ...state, onSale: !state.onSale })}
          />
        )}
      </Group>
      <Group title={texts.price}>
        <PriceForm
          key={`${state.priceMin}-${state.priceMax}`}
          state={state}
          onChange={onChange}
          priceRange={priceRange}
          currency={currency}
        />
      </Group>
      <RatingGroup state={state} onChange={onChange} />
      {shown.filter((facet) => facet.name !== 'category').map(group)}
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="py-5 first:pt-0 last:pb-0">
      <legend className="float-start mb-2 w-full font-semibold">{title}</legend>
      <div className="clear-both">{children}</div>
    </fieldset>
  );
}

function FacetGroup({
  facet,
  chosen,
  onToggle,
}: {
  facet: Facet;
  chosen: string[];
  onToggle: (value: string) => void;
}) {
  const texts = useTexts().listing;
  // What the shop itself sorts by; characteristics of products come with names of their own.
  const named: Partial<Record<string, string>> = texts.facets;
  const { say } = useI18n();
  const [all, setAll] = useState(false);
  // What is chosen is always in sight, whatever its place.
  const values = facet.values.filter((entry, index) => all || index < firstShown || chosen.includes(entry.value));
  const more = facet.values.length - values.length;
  return (
    <Group title={named[facet.name] ?? facet.label}>
      {values.map((entry) => (
        <Checkbox
          key={entry.value}
          label={entry.label}
          count={entry.count}
          checked={chosen.includes(entry.value)}
          disabled={entry.count === 0 && !chosen.includes(entry.value)}
          onChange={() => onToggle(entry.value)}
        />
      ))}
      {more > 0 || all ? (
        <Button variant="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? texts.fewerValues : say(texts.moreValues, { count: more })}
        </Button>
      ) : null}
    </Group>
  );
}

function PriceForm({
  state,
  onChange,
  priceRange,
  currency,
}: Pick<FacetPanelProps, 'state' | 'onChange' | 'priceRange' | 'currency'>) {
  const texts = useTexts().listing;
  const { say, money } = useI18n();
  const [from, setFrom] = useState(majorUnits(state.priceMin, currency));
  const [to, setTo] = useState(majorUnits(state.priceMax, currency));
  const amountOf = (amount: number) => money({ amount, currency }, { whole: true });
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const low = minorUnits(from, currency);
    const high = minorUnits(to, currency);
    const crossed = low !== null && high !== null && low > high;
    onChange({ ...state, priceMin: crossed ? high : low, priceMax: crossed ? low : high });
  };
  return (
    <form onSubmit={apply} className="grid gap-3">
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={texts.priceFrom}
          inputMode="decimal"
          value={from}
          placeholder={majorUnits(priceRange?.min ?? null, currency)}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField
          label={texts.priceTo}
          inputMode="decimal"
          value={to}
          placeholder={majorUnits(priceRange?.max ?? null, currency)}
          onChange={(event) => setTo(event.target.value)}
        />
      </div>
      <div className="flex items-center justify-between gap-3">
        <span className="text-sm text-ink-soft">
          {priceRange ? say(texts.priceHint, { low: amountOf(priceRange.min), high: amountOf(priceRange.max) }) : null}
        </span>
        <Button type="submit" variant="secondary" size="small">
          {texts.priceApply}
        </Button>
      </div>
    </form>
  );
}

function RatingGroup({ state, onChange }: Pick<FacetPanelProps, 'state' | 'onChange'>) {
  const texts = useTexts().listing;
  const { say } = useI18n();
  const name = useId();
  return (
    <Group title={texts.rating}>
      {[null, 4, 3].map((stars) => (
        <label key={stars ?? 0} className="mh-checkbox">
          <input
            type="radio"
            name={name}
            className="rounded-full! after:hidden! checked:border-[0.375rem]! checked:border-accent-strong! checked:bg-surface!"
            checked={state.minimumRating === stars}
            onChange={() => onChange({ ...state, minimumRating: stars })}
          />
          <span>{stars === null ? texts.ratingAny : say(texts.ratingFrom, { stars })}</span>
        </label>
      ))}
    </Group>
  );
}

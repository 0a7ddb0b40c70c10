import { Button, CloseIcon, formatMoney, Tag } from '@mallhive/ui';
import { type ListingState, toggleValue } from '../logic/listing-state.ts';
import { messages } from '../messages.ts';
import type { Facet } from '../types.ts';

const texts = messages.listing;

type ChosenFiltersProps = {
  state: ListingState;
  facets: Facet[];
  currency: string;
  onChange: (state: ListingState) => void;
  onClear: () => void;
};

/** One pill for each choice; pressing it takes the choice back. */
export function ChosenFilters({ state, facets, currency, onChange, onClear }: ChosenFiltersProps) {
  const label = (name: string, value: string) =>
    facets.find((facet) => facet.name === name)?.values.find((entry) => entry.value === value)?.label ?? value;
  const money = (amount: number) => formatMoney({ amount, currency }, { whole: true });
  const { priceMin, priceMax, minimumRating } = state;
  const chips: Array<{ label: string; without: ListingState }> = [
    ...Object.entries(state.filters).flatMap(([name, values]) =>
      values.map((value) => ({ label: label(name, value), without: toggleValue(state, name, value) })),
    ),
    ...(priceMin !== null || priceMax !== null
      ? [
          {
            label: [
              priceMin === null ? null : `${texts.priceFrom} ${money(priceMin)}`,
              priceMax === null ? null : `${texts.priceTo} ${money(priceMax)}`,
            ]
              .filter(Boolean)
              .join(' '),
            without: { ...state, priceMin: null, priceMax: null },
          },
        ]
      : []),
    ...(minimumRating === null
      ? []
      : [{ label: texts.ratingFrom(minimumRating), without: { ...state, minimumRating: null } }]),
    ...(state.inStock ? [{ label: texts.inStock, without: { ...state, inStock: false } }] : []),
    ...(state.onSale ? [{ label: texts.onSale, without: { ...state, onSale: false } }] : []),
  ];
  if (chips.length === 0) return null;
  return (
    <ul className="mb-6 flex flex-wrap items-center gap-2" aria-label={texts.chosen}>
      {chips.map((chip) => (
        <li key={chip.label}>
          <Tag chosen aria-label={texts.remove(chip.label)} onClick={() => onChange(chip.without)}>
            {chip.label}
            <CloseIcon />
          </Tag>
        </li>
      ))}
      <li>
        <Button variant="link" size="small" className="ml-2" onClick={onClear}>
          {texts.clear}
        </Button>
      </li>
    </ul>
  );
}

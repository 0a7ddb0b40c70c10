import { Button, CloseIcon, Tag, useI18n } from '@mallhive/ui';
import { type ListingState, toggleValue } from '../logic/listing-state.ts';
import { useTexts } from '../texts.ts';
import type { Facet } from '../types.ts';

type ChosenFiltersProps = {
  state: ListingState;
  facets: Facet[];
  currency: string;
  onChange: (state: ListingState) => void;
  onClear: () => void;
};

/** One pill for each choice; pressing it takes the choice back. */
export function ChosenFilters({ state, facets, currency, onChange, onClear }: ChosenFiltersProps) {
  const texts = useTexts().listing;
  const { say, money } = useI18n();
  const label = (name: string, value: string) =>
    facets.find((facet) => facet.name === name)?.values.find((entry) => entry.value === value)?.label ?? value;
  const amountOf = (amount: number) => money({ amount, currency }, { whole: true });
  const { priceMin, priceMax, minimumRating } = state;
  const chips: Array<{ label: string; without: ListingState }> = [
    ...Object.entries(state.filters).flatMap(([name, values]) =>
      values.map((value) => ({ label: label(name, value), without: toggleValue(state, name, value) })),
    ),
    ...(priceMin !== null || priceMax !== null
      ? [
          {
            label: [
              priceMin === null ? null : `${texts.priceFrom} ${amountOf(priceMin)}`,
              priceMax === null ? null : `${texts.priceTo} ${amountOf(priceMax)}`,
            ]
              .filter(Boolean)
              .join(' '),
            without: { ...state, priceMin: null, priceMax: null },
          },
        ]
      : []),
    ...(minimumRating === null
      ? []
      : [{ label: say(texts.ratingFrom, { stars: minimumRating }), without: { ...state, minimumRating: null } }]),
    ...(state.inStock ? [{ label: texts.inStock, without: { ...state, inStock: false } }] : []),
    ...(state.onSale ? [{ label: texts.onSale, without: { ...state, onSale: false } }] : []),
  ];
  if (chips.length === 0) return null;
  return (
    <ul className="mb-6 flex flex-wrap items-center gap-2" aria-label={texts.chosen}>
      {chips.map((chip) => (
        <li key={chip.label}>
          <Tag chosen aria-label={say(texts.remove, { label: chip.label })} onClick={() => onChange(chip.without)}>
            {chip.label}
            <CloseIcon />
          </Tag>
        </li>
      ))}
      <li>
        <Button variant="link" size="small" className="ms-2" onClick={onClear}>
          {texts.clear}
        </Button>
      </li>
    </ul>
  );
}

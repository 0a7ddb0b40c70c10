import { Button, Checkbox, SelectField } from '@mallhive/ui';
import { productMessages } from '../../messages/products.ts';
import type { ProductQuery } from '../../types.ts';
import { useCategories } from '../product/use-categories.ts';
import { SearchBox } from '../table/SearchBox.tsx';
import type { Filters } from '../table/use-filters.ts';

const text = productMessages.list;
export const productFilterNames = ['q', 'status', 'category', 'stock', 'moderation', 'priceMissing', 'sort'] as const;
type Name = (typeof productFilterNames)[number];

const oneOf = <Value extends string>(values: readonly Value[], wanted: string): Value | undefined =>
  values.find((value) => value === wanted);
const keys = <Value extends string>(record: Record<Value, unknown>): Value[] => Object.keys(record) as Value[];

/** The address as the API wants it; what it does not know is left out. */
export function productQuery(values: Record<Name, string>): ProductQuery {
  const stock = oneOf(keys(text.stocks), values.stock);
  const moderation = oneOf(keys(text.moderations), values.moderation);
  const sort = oneOf(keys(text.sorts), values.sort);
  return {
    query: values.q.slice(0, 100),
    status: oneOf(keys(text.statuses), values.status) ?? 'all',
    ...(/^[0-9a-f-]{36}$/.test(values.category) && { categoryId: values.category }),
    ...(stock && { stock }),
    ...(moderation && { moderation }),
    ...(sort && { sort }),
    ...(values.priceMissing && { priceMissing: true }),
  };
}

const choices = (record: Record<string, string>) => Object.entries(record).map(([value, label]) => ({ value, label }));

export function ProductFilters({ filters }: { filters: Filters<Name> }) {
  const { values, set, clear } = filters;
  const categories = useCategories();
  const unset = (value: string, none: string) => (value === none ? '' : value);
  const narrowed = [values.q, values.category, values.stock, values.moderation, values.priceMissing].some(Boolean);
  return (
    <div className="mb-4 grid gap-3">
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-[minmax(0,2fr)_repeat(4,minmax(0,1fr))]">
        <SearchBox
          className="sm:col-span-2 xl:col-span-1"
          label={text.search}
          value={values.q}
          onSearch={(q) => set({ q })}
        />
        <SelectField
          label={text.category}
          hideLabel
          value={values.category}
          options={[
            { value: '', label: text.anyCategory },
            ...categories.map(({ id, label }) => ({ value: id, label })),
          ]}
          onChange={(event) => set({ category: event.currentTarget.value })}
        />
        <SelectField
          label={text.stock}
          hideLabel
          value={values.stock || 'any'}
          options={choices(text.stocks)}
          onChange={(event) => set({ stock: unset(event.currentTarget.value, 'any') })}
        />
        <SelectField
          label={text.moderation}
          hideLabel
          value={values.moderation || 'any'}
          options={choices(text.moderations)}
          onChange={(event) => set({ moderation: unset(event.currentTarget.value, 'any') })}
        />
        <SelectField
          label={text.sort}
          hideLabel
          value={values.sort || 'newest'}
          options={choices(text.sorts)}
          onChange={(event) => set({ sort: unset(event.currentTarget.value, 'newest') })}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-6">
        <Checkbox
          label={text.priceMissing}
          checked={values.priceMissing !== ''}
          onChange={(event) => set({ priceMissing: event.currentTarget.checked ? '1' : '' })}
        />
        {narrowed ? (
          <Button variant="link" size="small" onClick={clear}>
            {text.clear}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

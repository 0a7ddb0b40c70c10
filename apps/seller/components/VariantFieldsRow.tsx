import { TextField } from '@mallhive/ui';
import type { VariantFields } from '../logic/product-edit.ts';
import { messages } from '../messages.ts';
import type { SellerProduct, StockLevel } from '../types.ts';

const text = messages.editor;

interface VariantFieldsRowProps {
  variant: SellerProduct['variants'][number];
  fields: VariantFields;
  level: StockLevel | undefined;
  error: (field: keyof VariantFields) => string | null;
  onChange: (patch: Partial<VariantFields>) => void;
}

export function VariantFieldsRow({ variant, fields, level, error, onChange }: VariantFieldsRowProps) {
  const name = variant.title || text.only;
  const input = (field: keyof VariantFields, inputMode: 'decimal' | 'numeric', hint?: string) => (
    <TextField
      label={text[field]}
      aria-label={text.of(text[field], name)}
      name={`${variant.id}-${field}`}
      inputMode={inputMode}
      autoComplete="off"
      hint={hint}
      value={fields[field]}
      error={error(field)}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <li className="grid grid-cols-2 items-start gap-4 py-4 md:grid-cols-[minmax(0,1fr)_8rem_8rem_8rem]">
      <div className="col-span-2 md:col-span-1 md:pt-8">
        <h3 className="font-sans text-base font-semibold tracking-normal">{name}</h3>
        <p className="text-sm text-ink-soft">{variant.sku}</p>
      </div>
      {input('price', 'decimal')}
      {input('compareAt', 'decimal')}
      {input('stock', 'numeric', level && level.reserved > 0 ? text.reserved(level.reserved) : undefined)}
    </li>
  );
}

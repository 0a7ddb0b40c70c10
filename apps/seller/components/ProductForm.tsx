import { Button, Notice, RadioCards, TextAreaField, TextField } from '@mallhive/ui';
import { useToastLift } from '@mallhive/ui/toast';
import { type FormEvent, useRef, useState } from 'react';
import { type ProductFields, productProblems, type VariantFields } from '../logic/product-edit.ts';
import { messages } from '../messages.ts';
import type { SellerProduct, StockLevel } from '../types.ts';
import { VariantFieldsRow } from './VariantFieldsRow.tsx';

const text = messages.editor;
const panel = 'rounded-tile border border-line bg-surface p-5 sm:p-6';
const statuses = ['published', 'draft', 'archived'] as const;

export interface ProductFormProps {
  product: SellerProduct;
  levels: readonly StockLevel[];
  fields: ProductFields;
  dirty: boolean;
  saving: boolean;
  failure: string | null;
  /** Somebody else has saved meanwhile. */
  conflict: { onKeepMine: () => void; onTakeTheirs: () => void } | null;
  onChange: (fields: ProductFields) => void;
  onSave: () => void;
}

export function ProductForm(props: ProductFormProps) {
  const { product, levels, fields, dirty, saving, failure, conflict, onChange, onSave } = props;
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useToastLift('5rem');
  const problems = tried ? productProblems(fields) : {};
  const count = Object.keys(problems).length;
  const say = (field: string) => (problems[field] ? text.problem[problems[field]] : null);
  const setVariant = (id: string, patch: Partial<VariantFields>) => {
    const variant = fields.variants[id];
    if (variant) onChange({ ...fields, variants: { ...fields.variants, [id]: { ...variant, ...patch } } });
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(productProblems(fields)).length === 0) onSave();
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  return (
    <form ref={form} noValidate onSubmit={submit} className="grid gap-5">
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_20rem] xl:items-start">
        <section className={`${panel} grid gap-5`}>
          <h2 className="text-xl">{text.details}</h2>
          <TextField
            label={text.titleLabel}
            name="title"
            required
            maxLength={200}
            value={fields.title}
            error={say('title')}
            onChange={(event) => onChange({ ...fields, title: event.currentTarget.value })}
          />
          <TextAreaField
            label={text.description}
            name="description"
            hint={text.descriptionHint}
            rows={8}
            maxLength={20_000}
            value={fields.description}
            onChange={(event) => onChange({ ...fields, description: event.currentTarget.value })}
          />
        </section>
        <section className={panel}>
          <RadioCards
            legend={text.status}
            value={fields.status}
            onChange={(value) => {
              const status = statuses.find((candidate) => candidate === value);
              if (status) onChange({ ...fields, status });
            }}
            options={statuses.map((status) => ({
              value: status,
              label: messages.productStatus[status],
              description: text.statusHint[status],
            }))}
          />
        </section>
      </div>
      <section className={panel}>
        <h2 className="text-xl">{text.variants}</h2>
        <ul className="divide-y divide-line">
          {product.variants.map((variant) => {
            const own = fields.variants[variant.id];
            return own ? (
              <VariantFieldsRow
                key={variant.id}
                variant={variant}
                fields={own}
                level={levels.find((level) => level.variantId === variant.id)}
                error={(field) => say(`${variant.id}.${field}`)}
                onChange={(patch) => setVariant(variant.id, patch)}
              />
            ) : null;
          })}
        </ul>
      </section>
      <div className="sticky bottom-0 z-10 -mx-gutter grid gap-3 border-t border-line bg-paper px-gutter py-4 lg:-mx-10 lg:px-10">
        {conflict ? (
          <Notice
            tone="caution"
            title={text.conflictTitle}
            role="alert"
            action={
              <span className="flex flex-wrap gap-2">
                <Button size="small" onClick={conflict.onKeepMine}>
                  {text.keepMine}
                </Button>
                <Button size="small" variant="secondary" onClick={conflict.onTakeTheirs}>
                  {text.takeTheirs}
                </Button>
              </span>
            }
          >
            {text.conflict}
          </Notice>
        ) : null}
        {failure ? (
          <Notice tone="danger" role="alert">
            {failure}
          </Notice>
        ) : null}
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" variant="accent" busy={saving} disabled={!dirty}>
            {saving ? text.saving : text.save}
          </Button>
          <p className="text-sm text-ink-soft" role="status">
            {count > 0 ? text.problems(count) : dirty ? text.leave : ''}
          </p>
        </div>
      </div>
    </form>
  );
}

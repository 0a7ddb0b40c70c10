import { Button, Checkbox, QuantityStepper, SelectField, TextAreaField } from '@mallhive/ui';
import { type FormEvent, useState } from 'react';
import { afterSaleMessages } from '../../messages/after-sale.ts';
import type { ReturnCondition, ReturnDetail } from '../../types.ts';
import type { ReturnActions } from './use-return-actions.ts';

const text = afterSaleMessages.returns;
const conditions: readonly ReturnCondition[] = ['as_new', 'opened', 'damaged', 'missing'];
interface InspectFormProps {
  one: ReturnDetail;
  inspect: ReturnActions['inspect'];
}

/** Line by line what was in the parcel; begins with the best, which it mostly is. */
export function InspectForm({ one, inspect }: InspectFormProps) {
  const [found, setFound] = useState(() =>
    one.lines.map(({ id, quantity }) => ({
      returnLineId: id,
      condition: 'as_new' as ReturnCondition,
      acceptedQuantity: quantity,
      restock: true,
    })),
  );
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const less = one.lines.some(({ quantity }, index) => (found[index]?.acceptedQuantity ?? 0) < quantity);
  const change = (index: number, what: Partial<(typeof found)[number]>) =>
    setFound(found.map((line, position) => (position === index ? { ...line, ...what } : line)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ((less && note.trim() === '') || inspect.isPending) return;
    inspect.mutate({ returnId: one.id, note: note.trim(), lines: found });
  };
  return (
    <form noValidate onSubmit={submit} className="grid gap-5">
      <ul className="divide-y divide-line rounded-control border border-line">
        {one.items.map((item, index) => {
          const line = found[index];
          const most = one.lines[index]?.quantity ?? 0;
          if (!line) return null;
          return (
            <li key={item.returnLineId} className="grid gap-4 p-4">
              <span className="leading-snug">
                <span className="font-medium">{item.title}</span>
                <span className="block text-sm text-ink-soft">
                  {[item.variantTitle, item.sku].filter(Boolean).join(' · ')}
                </span>
              </span>
              <div className="grid items-end gap-4 sm:grid-cols-[auto_1fr_auto]">
                <div>
                  <span className="mh-label mb-2 block" aria-hidden="true">
                    {text.acceptedLabel}
                  </span>
                  <QuantityStepper
                    minimum={0}
                    maximum={most}
                    value={line.acceptedQuantity}
                    label={text.accepted(item.title)}
                    onChange={(acceptedQuantity) => change(index, { acceptedQuantity })}
                  />
                </div>
                <SelectField
                  label={text.condition}
                  value={line.condition}
                  onChange={(event) => {
                    const condition = event.currentTarget.value as ReturnCondition;
                    const gone = condition === 'missing';
                    const sellable = condition === 'as_new' || condition === 'opened';
                    change(index, { condition, restock: sellable, ...(gone ? { acceptedQuantity: 0 } : {}) });
                  }}
                  options={conditions.map((value) => ({ value, label: text.conditions[value] }))}
                />
                <Checkbox
                  label={text.restock}
                  checked={line.restock}
                  onChange={(event) => change(index, { restock: event.currentTarget.checked })}
                />
              </div>
            </li>
          );
        })}
      </ul>
      <TextAreaField
        label={text.found}
        optional={!less}
        rows={3}
        maxLength={1000}
        value={note}
        error={tried && less && note.trim() === '' ? text.foundMissing : null}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="accent" busy={inspect.isPending}>
          {text.submit}
        </Button>
      </div>
    </form>
  );
}

import { Button, Dialog, RadioCards, SelectField, TextField } from '@mallhive/ui';
import { type FormEvent, useState } from 'react';
import { parsePrice } from '../../logic/prices.ts';
import { tagsOf } from '../../logic/product/payload.ts';
import { productMessages } from '../../messages/products.ts';
import type { BulkAction } from '../../types.ts';
import { useCategories } from '../product/use-categories.ts';

const text = productMessages.bulk;

export type BulkKind = 'price' | 'category' | 'tags';

interface BulkDialogProps {
  kind: BulkKind;
  currency: string;
  onApply: (action: BulkAction) => void;
  onClose: () => void;
}

const titles = { price: text.priceTitle, category: text.categoryTitle, tags: text.tagsTitle } as const;

/** Signed amounts: `−1.50`. */
function signedAmount(typed: string, currency: string): number | null {
  const cleaned = typed.trim().replace(/^[−–]/, '-');
  const value = parsePrice(cleaned.replace(/^[-+]/, ''), currency);
  return value === null ? null : cleaned.startsWith('-') ? -value : value;
}

/** The things to do with many products that need a word more. */
export function BulkDialog({ kind, currency, onApply, onClose }: BulkDialogProps) {
  const categories = useCategories();
  const [by, setBy] = useState<'percent' | 'amount'>('percent');
  const [typed, setTyped] = useState('');
  const [categoryId, setCategoryId] = useState('');
  const [add, setAdd] = useState('');
  const [remove, setRemove] = useState('');
  const [tried, setTried] = useState(false);

  const action = (): BulkAction | null => {
    if (kind === 'category') return categoryId ? { kind, categoryId } : null;
    if (kind === 'tags') {
      const tags = { add: tagsOf(add), remove: tagsOf(remove) };
      return tags.add.length + tags.remove.length > 0 ? { kind, ...tags } : null;
    }
    if (by === 'amount') {
      const amount = signedAmount(typed, currency);
      return amount ? { kind: 'price-amount', amount } : null;
    }
    const percent = Number(typed.trim().replace(/^[−–]/, '-').replace('%', ''));
    return Number.isFinite(percent) && percent !== 0 && percent >= -95 && percent <= 1000
      ? { kind: 'price-percent', percent }
      : null;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const ready = action();
    if (ready) onApply(ready);
  };
  const wrong = tried && action() === null;
  return (
    <Dialog
      open
      onClose={onClose}
      title={titles[kind]}
      footer={
        <div className="flex justify-end">
          <Button type="submit" form="bulk" variant="accent">
            {text.apply}
          </Button>
        </div>
      }
    >
      <form id="bulk" noValidate onSubmit={submit} className="grid gap-4">
        {kind === 'price' ? (
          <>
            <RadioCards
              legend={text.priceBy}
              value={by}
              onChange={(value) => setBy(value === 'amount' ? 'amount' : 'percent')}
              options={[
                { value: 'percent', label: text.pricePercent },
                { value: 'amount', label: text.priceAmount },
              ]}
            />
            <TextField
              label={by === 'percent' ? text.percent : text.amount(currency)}
              hint={by === 'percent' ? text.percentHint : text.amountHint}
              name="by"
              autoComplete="off"
              value={typed}
              error={wrong ? text.numberInvalid : null}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          </>
        ) : null}
        {kind === 'category' ? (
          <SelectField
            label={productMessages.list.category}
            value={categoryId}
            error={wrong ? productMessages.problem.category_missing : null}
            options={[
              { value: '', label: productMessages.create.choose },
              ...categories.map(({ id, label }) => ({ value: id, label })),
            ]}
            onChange={(event) => setCategoryId(event.currentTarget.value)}
          />
        ) : null}
        {kind === 'tags' ? (
          <>
            <TextField
              label={text.tagsAdd}
              name="add"
              hint={text.tagsHint}
              value={add}
              error={wrong ? text.tagsMissing : null}
              onChange={(event) => setAdd(event.currentTarget.value)}
            />
            <TextField
              label={text.tagsRemove}
              name="remove"
              value={remove}
              onChange={(event) => setRemove(event.currentTarget.value)}
            />
          </>
        ) : null}
      </form>
    </Dialog>
  );
}

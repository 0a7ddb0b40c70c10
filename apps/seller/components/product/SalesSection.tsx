import { Button, IconButton, PlusIcon, SelectField, TextField, TrashIcon } from '@mallhive/ui';
import { newId } from '../../logic/new-id.ts';
import { variantTitle } from '../../logic/product/grid.ts';
import type { Problems } from '../../logic/product/problems.ts';
import type { Currency, DraftSale, ProductDraft } from '../../logic/product/types.ts';
import { productMessages, sayProblem } from '../../messages/products.ts';
import { Panel } from '../PageHead.tsx';

const text = productMessages.sales;

interface SalesSectionProps {
  draft: ProductDraft;
  currency: Currency;
  problems: Problems;
  onChange: (changes: Partial<ProductDraft>) => void;
}

export function SalesSection({ draft, currency, problems, onChange }: SalesSectionProps) {
  const set = (key: string, changes: Partial<DraftSale>) =>
    onChange({ sales: draft.sales.map((sale) => (sale.key === key ? { ...sale, ...changes } : sale)) });
  const add = () =>
    onChange({
      sales: [
        ...draft.sales,
        {
          key: newId(),
          id: null,
          skus: null,
          startsAt: '',
          endsAt: '',
          kind: 'percent',
          percent: '',
          amounts: { GBP: '', EUR: '', USD: '', JPY: '' },
        },
      ],
    });
  return (
    <Panel title={text.title} lead={text.lead}>
      <div className="grid gap-4">
        {draft.sales.map((sale, index) => {
          const say = (field: string) => sayProblem(problems[`sales.${index}.${field}`]);
          return (
            <fieldset key={sale.key} className="grid gap-4 rounded-control border border-line p-4">
              <legend className="px-1 font-semibold">{text.number(index + 1)}</legend>
              <div className="grid gap-4 sm:grid-cols-2">
                <SelectField
                  label={text.kind}
                  value={sale.kind}
                  options={[
                    { value: 'percent', label: text.percent },
                    { value: 'amount', label: text.amount },
                  ]}
                  onChange={(event) =>
                    set(sale.key, { kind: event.currentTarget.value === 'amount' ? 'amount' : 'percent' })
                  }
                />
                {sale.kind === 'percent' ? (
                  <TextField
                    label={text.percentOff}
                    name={`sale-${index}-percent`}
                    inputMode="numeric"
                    value={sale.percent}
                    error={say('percent') ?? say('amount')}
                    onChange={(event) => set(sale.key, { percent: event.currentTarget.value })}
                  />
                ) : (
                  <TextField
                    label={text.price(currency)}
                    name={`sale-${index}-amount`}
                    inputMode="decimal"
                    value={sale.amounts[currency]}
                    error={say('amount')}
                    onChange={(event) =>
                      set(sale.key, { amounts: { ...sale.amounts, [currency]: event.currentTarget.value } })
                    }
                  />
                )}
                <TextField
                  label={text.starts}
                  name={`sale-${index}-starts`}
                  type="datetime-local"
                  value={sale.startsAt}
                  error={say('startsAt')}
                  onChange={(event) => set(sale.key, { startsAt: event.currentTarget.value })}
                />
                <TextField
                  label={text.ends}
                  name={`sale-${index}-ends`}
                  type="datetime-local"
                  hint={text.open}
                  value={sale.endsAt}
                  error={say('endsAt') ?? sayProblem(problems[`sales.${index}`])}
                  onChange={(event) => set(sale.key, { endsAt: event.currentTarget.value })}
                />
                {draft.variants.length > 1 ? (
                  <SelectField
                    label={text.for}
                    value={sale.skus === null ? '' : (sale.skus[0] ?? '')}
                    error={say('skus')}
                    options={[
                      { value: '', label: text.all },
                      ...(sale.skus && sale.skus.length > 1
                        ? [{ value: sale.skus[0] ?? '', label: sale.skus.join(', ') }]
                        : []),
                      ...draft.variants
                        .filter(({ sku }) => !(sale.skus && sale.skus.length > 1 && sale.skus[0] === sku))
                        .map((variant) => ({
                          value: variant.sku,
                          label: variantTitle(variant, draft.options) || variant.sku,
                        })),
                    ]}
                    onChange={(event) => {
                      const sku = event.currentTarget.value;
                      set(sale.key, { skus: sku ? [sku] : null });
                    }}
                  />
                ) : null}
              </div>
              <div>
                <IconButton
                  label={text.remove(index + 1)}
                  onClick={() => onChange({ sales: draft.sales.filter(({ key }) => key !== sale.key) })}
                >
                  <TrashIcon />
                </IconButton>
              </div>
            </fieldset>
          );
        })}
        <div>
          <Button variant="secondary" size="small" onClick={add}>
            <PlusIcon />
            {text.add}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

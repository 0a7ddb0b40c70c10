import { TextField } from '@mallhive/ui';
import { type PromotionFields, promotionCurrencies } from '../../logic/promotion-form.ts';
import { promotionMessages } from '../../messages/promotions.ts';

interface MoneyFieldsProps {
  legend: string;
  hint?: string | undefined;
  error?: string | undefined;
  values: PromotionFields['amounts'];
  onChange: (values: PromotionFields['amounts']) => void;
}

/** One amount for each currency of the shop. */
export function MoneyFields({ legend, hint, error, values, onChange }: MoneyFieldsProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mh-label">{legend}</legend>
      {hint ? <p className="text-sm text-ink-soft">{hint}</p> : null}
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {promotionCurrencies.map((currency) => (
          <TextField
            key={currency}
            label={promotionMessages.form.inCurrency(currency)}
            inputMode="decimal"
            autoComplete="off"
            value={values[currency]}
            aria-label={`${legend} ${promotionMessages.form.inCurrency(currency)}`}
            onChange={(event) => onChange({ ...values, [currency]: event.currentTarget.value })}
          />
        ))}
      </div>
      {error ? (
        <p role="alert" className="text-sm font-medium text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

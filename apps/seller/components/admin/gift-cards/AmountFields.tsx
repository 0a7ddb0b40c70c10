import { SelectField, TextField } from '@mallhive/ui';
import { parsePrice } from '../../../logic/prices.ts';
import { giftCardMessages } from '../../../messages/gift-cards.ts';
import type { IssueInput } from '../../../types.ts';

const text = giftCardMessages.issue;
type Currency = IssueInput['currency'];
const currencies: readonly Currency[] = ['GBP', 'EUR', 'USD', 'JPY'];
const most = 1_000_000;

export interface TypedAmount {
  text: string;
  currency: Currency;
}
export const noAmount: TypedAmount = { text: '', currency: 'GBP' };

/** Minor units; null for what is no amount that can be given. */
export function minorOf({ text: typed, currency }: TypedAmount): number | null {
  const amount = parsePrice(typed, currency);
  return amount !== null && amount > 0 && amount <= most ? amount : null;
}

interface AmountFieldsProps {
  value: TypedAmount;
  tried: boolean;
  onChange: (value: TypedAmount) => void;
}

export function AmountFields({ value, tried, onChange }: AmountFieldsProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_8rem] items-start gap-4">
      <TextField
        label={text.amount}
        name="amount"
        inputMode="decimal"
        autoComplete="off"
        required
        value={value.text}
        error={tried && minorOf(value) === null ? text.amountInvalid : null}
        onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
      />
      <SelectField
        label={text.currency}
        value={value.currency}
        options={currencies.map((code) => ({ value: code, label: code }))}
        onChange={(event) => {
          const wanted = currencies.find((code) => code === event.currentTarget.value);
          if (wanted) onChange({ ...value, currency: wanted });
        }}
      />
    </div>
  );
}

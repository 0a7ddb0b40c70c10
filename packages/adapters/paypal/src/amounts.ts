import { type Currency, currencyDigits, currencySchema } from '@mallhive/kernel';
import type { Money } from '@paypal/paypal-server-sdk';

/** PayPal writes amounts as decimal strings: `21.95` GBP, `2195` JPY. */
export function toPayPal(amount: number, currency: Currency): Money {
  const digits = currencyDigits[currency];
  const text = String(amount).padStart(digits + 1, '0');
  const value = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return { currencyCode: currency, value };
}

/** Minor units. Throws for what no amount of this shop can be, so that nothing is ever booked from a misread figure. */
export function fromPayPal(money: Money | undefined): { amount: number; currency: Currency } {
  const currency = currencySchema.parse(money?.currencyCode);
  const [, whole = '', decimals = ''] = /^(\d{1,12})(?:\.(\d+))?$/.exec(money?.value ?? '') ?? [];
  const digits = currencyDigits[currency];
  const surplus = decimals.slice(digits);
  if (!whole || /[1-9]/.test(surplus)) throw new Error(`PayPal answered an amount that cannot be: ${money?.value}`);
  return { amount: Number(whole + decimals.slice(0, digits).padEnd(digits, '0')), currency };
}

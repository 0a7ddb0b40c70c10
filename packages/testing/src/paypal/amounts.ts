import { refusal } from './answers.ts';

/** How PayPal writes money: a decimal string with as many digits as the currency has. */
export interface Amount {
  currency_code: string;
  value: string;
}

const withoutDecimals = new Set(['HUF', 'JPY', 'TWD']);
const known = new Set([...withoutDecimals, 'AUD', 'CAD', 'CHF', 'DKK', 'EUR', 'GBP', 'NOK', 'PLN', 'SEK', 'USD']);

const digitsOf = (currency: string) => (withoutDecimals.has(currency) ? 0 : 2);

/** Minor units. Refuses what PayPal refuses: unknown currencies, decimals of a yen, a third decimal, zero and less. */
export function minor(amount: Amount | undefined, field: string): number {
  const { currency_code: currency, value } = amount ?? { currency_code: '', value: '' };
  if (typeof currency !== 'string' || typeof value !== 'string') throw refusal(400, 'INVALID_PARAMETER_SYNTAX', field);
  if (!known.has(currency)) throw refusal(422, 'INVALID_CURRENCY_CODE', `${field}/currency_code`);
  const [, whole = '', decimals = ''] = /^(\d{1,10})(?:\.(\d+))?$/.exec(value) ?? [];
  if (!whole) throw refusal(422, 'CANNOT_BE_ZERO_OR_NEGATIVE', `${field}/value`);
  const digits = digitsOf(currency);
  if (digits === 0 && decimals) throw refusal(422, 'DECIMALS_NOT_SUPPORTED', `${field}/value`);
  if (decimals.length > digits) throw refusal(422, 'DECIMAL_PRECISION', `${field}/value`);
  const units = Number(whole + decimals.padEnd(digits, '0'));
  if (units === 0) throw refusal(422, 'CANNOT_BE_ZERO_OR_NEGATIVE', `${field}/value`);
  return units;
}

export function amountOf(units: number, currency: string): Amount {
  const digits = digitsOf(currency);
  const text = String(units).padStart(digits + 1, '0');
  const value = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return { currency_code: currency, value };
}

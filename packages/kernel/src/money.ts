import { z } from 'zod';

/** ISO 4217 codes the shop can price in, with the number of minor-unit digits of each. */
export const currencyDigits = { EUR: 2, USD: 2, GBP: 2, JPY: 0 } as const;
export type Currency = keyof typeof currencyDigits;
export const currencies = Object.keys(currencyDigits) as Currency[];
export const currencySchema = z.enum(['EUR', 'USD', 'GBP', 'JPY']);

/** An amount in minor units (pence, cents, yen) of one currency. Never a float. */
export const moneySchema = z.object({ amount: z.int(), currency: currencySchema });
export type Money = z.infer<typeof moneySchema>;

export function money(amount: number, currency: Currency): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Money needs a safe integer of minor units, got ${amount}`);
  return { amount, currency };
}

function sameCurrency(left: Money, right: Money): void {
  if (left.currency !== right.currency) throw new RangeError(`Cannot combine ${left.currency} with ${right.currency}`);
}

export function add(left: Money, right: Money): Money {
  sameCurrency(left, right);
  return money(left.amount + right.amount, left.currency);
}

export function subtract(left: Money, right: Money): Money {
  sameCurrency(left, right);
  return money(left.amount - right.amount, left.currency);
}

export function times(value: Money, quantity: number): Money {
  return money(value.amount * quantity, value.currency);
}

/** Sum in `currency`; an empty list is zero. */
export function sum(values: readonly Money[], currency: Currency): Money {
  return values.reduce(add, money(0, currency));
}

/**
 * The tax on one amount, rounded half up to the minor unit: within it when the price includes the tax, else on top of it.
 * @param basisPoints 2000 is 20 %.
 */
export function taxOn(amount: number, basisPoints: number, included: boolean): number {
  return Math.round((amount * basisPoints) / (included ? 10_000 + basisPoints : 10_000));
}

/** `£1,234.50`; whole yen have no decimals. */
export function formatMoney(value: Money, locale = 'en-GB'): string {
  const digits = currencyDigits[value.currency];
  return new Intl.NumberFormat(locale, { style: 'currency', currency: value.currency }).format(
    value.amount / 10 ** digits,
  );
}

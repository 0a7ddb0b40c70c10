import { type Currency, currencyDigits } from '@mallhive/kernel';

const largest = 2_000_000_000;

/** `12.50` as minor units; null for what is no price. A comma counts as the decimal point; thousands are not grouped. */
export function parseAmount(text: string, currency: Currency): number | null {
  const digits = currencyDigits[currency];
  const match = /^(\d{1,10})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > digits && /[1-9]/.test(fraction.slice(digits))) return null;
  const amount = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  return amount > 0 && amount <= largest ? amount : null;
}

export function formatAmount(amount: number, currency: Currency): string {
  const digits = currencyDigits[currency];
  if (digits === 0) return String(amount);
  const text = String(amount).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

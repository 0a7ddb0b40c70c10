/** Digits after the point. */
export const decimalsOf = (currency: string): number => (currency === 'JPY' ? 0 : 2);

/** `34.5`, `1,234.50` or `£12` in minor units; null when it is not an amount of money in that currency. */
export function parsePrice(text: string, currency = 'GBP'): number | null {
  const cleaned = text
    .trim()
    .replace(/^[£€$¥]\s*/, '')
    .replaceAll(',', '');
  const decimals = decimalsOf(currency);
  const match = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(cleaned);
  if (!match || (match[2]?.length ?? 0) > decimals) return null;
  return Number(match[1]) * 10 ** decimals + Number((match[2] ?? '').padEnd(decimals, '0'));
}

export function priceText(amount: number | null, currency = 'GBP'): string {
  if (amount === null) return '';
  const decimals = decimalsOf(currency);
  return (amount / 10 ** decimals).toFixed(decimals);
}

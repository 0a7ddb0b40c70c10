/** `34.5` or `£1,234.50` in minor units; null when it is not an amount of money. Only two digits after the point. */
export function parsePrice(text: string): number | null {
  const cleaned = text.trim().replace(/^£\s*/, '').replaceAll(',', '');
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(cleaned);
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

export function priceText(amount: number | null): string {
  return amount === null ? '' : (amount / 100).toFixed(2);
}

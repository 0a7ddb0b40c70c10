const digits = (currency: string) => (currency === 'JPY' ? 0 : 2);

/** `1250` pence as the text of an input: `12.50`, `12` when it is whole. */
export function majorUnits(amount: number | null, currency: string): string {
  if (amount === null) return '';
  const unit = 10 ** digits(currency);
  return amount % unit === 0 ? String(amount / unit) : (amount / unit).toFixed(digits(currency));
}

/** What a shopper typed, in minor units; null when it is not an amount. Takes `£1,250.5` and `12,50`. */
export function minorUnits(text: string, currency: string): number | null {
  const bare = text.replace(/[^\d.,]/g, '');
  if (!/\d/.test(bare)) return null;
  // A comma followed by exactly three digits groups thousands; any other one is a decimal sign.
  const normal = bare.replace(/,(?=\d{3}(\D|$))/g, '').replace(',', '.');
  const value = Number(normal);
  if (!Number.isFinite(value)) return null;
  const amount = Math.round(value * 10 ** digits(currency));
  return amount <= 999_999_999 ? amount : null;
}

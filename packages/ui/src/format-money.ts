/** An amount in minor units, as the API sends it. */
export type MoneyValue = { amount: number; currency: string };

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, currency: string, whole: boolean): Intl.NumberFormat {
  const key = `${locale}/${currency}/${whole}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      ...(whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
    });
    formatters.set(key, found);
  }
  return found;
}

function minorDigits(currency: string): number {
  return formatter('en-GB', currency, false).resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * `£1,234.50`; yen have no decimals.
 * @param options.whole leave the decimals out when they are zero, for filters and chart axes: `£25`.
 */
export function formatMoney(value: MoneyValue, options: { locale?: string; whole?: boolean } = {}): string {
  const unit = 10 ** minorDigits(value.currency);
  const whole = options.whole === true && value.amount % unit === 0;
  const locale = options.locale ?? 'en-GB';
  const text = formatter(locale, value.currency, whole).format(value.amount / unit);
  // Letters of a sign (`UK£`) would run against the direction of reading and turn the sign round.
  return locale.startsWith('ar') ? text.replace(/[A-Z]+(?=\p{Sc})/u, '') : text;
}

/** How much less than before, in whole per cent; null when it is not less. */
export function savingPercent(current: MoneyValue, compareAt: MoneyValue | null): number | null {
  if (!compareAt || compareAt.amount <= current.amount) return null;
  const percent = Math.floor(((compareAt.amount - current.amount) / compareAt.amount) * 100);
  return percent > 0 ? percent : null;
}

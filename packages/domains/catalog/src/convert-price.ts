import { type Currency, currencyDigits } from '@mallhive/kernel';

/** Converted prices are whole multiples of this many minor units: 5 pence, cents; 10 yen. */
const steps: Record<Currency, bigint> = { EUR: 5n, USD: 5n, GBP: 5n, JPY: 10n };
const scale = 8;
const largest = 2_000_000_000n;

/** A decimal number with up to eight places as an exact whole number of hundred-millionths. */
function exact(rate: string): bigint {
  const [whole = '0', fraction = ''] = rate.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0').slice(0, scale));
}

/**
 * What a price is in another currency: rounded half up to the step of that currency, and never less than one step.
 * Rates are units of each currency for one unit of the reference. Without floats, so that it agrees to the unit with its
 * twin `catalog.convert_price`, which makes the stored prices.
 */
export function convertPrice(
  amount: number,
  from: { currency: Currency; rate: string },
  to: { currency: Currency; rate: string },
): number {
  const step = steps[to.currency];
  const above = 2n * BigInt(amount) * exact(to.rate) * 10n ** BigInt(currencyDigits[to.currency]);
  const below = exact(from.rate) * 10n ** BigInt(currencyDigits[from.currency]) * step;
  const rounded = (above + below) / (2n * below);
  const result = (rounded < 1n ? 1n : rounded) * step;
  return Number(result > largest ? largest : result);
}

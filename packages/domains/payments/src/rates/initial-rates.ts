import { type MethodCode, offerKey, type Rates } from './rates.ts';

/** Included VAT in basis points by country of delivery; elsewhere an export carries none. */
const vat: Readonly<Record<string, number>> = {
  GB: 2_000,
  IE: 2_300,
  DE: 1_900,
  FR: 2_000,
  NL: 2_100,
  BE: 2_100,
  AT: 2_000,
  ES: 2_100,
  IT: 2_200,
  PT: 2_300,
  SE: 2_500,
  DK: 2_500,
  FI: 2_550,
  PL: 2_300,
  CZ: 2_100,
  LU: 1_700,
  GR: 2_400,
};

const europe = new Set([
  'IE',
  'DE',
  'FR',
  'NL',
  'BE',
  'AT',
  'ES',
  'IT',
  'PT',
  'SE',
  'DK',
  'FI',
  'PL',
  'CZ',
  'LU',
  'GR',
  'CH',
  'NO',
  'IS',
  'EE',
  'LV',
  'LT',
  'SK',
  'SI',
  'HU',
  'RO',
  'BG',
  'HR',
  'CY',
  'MT',
]);

const rates: Record<string, Record<MethodCode, { price: Record<string, number>; days: [number, number] }>> = {
  domestic: {
    standard: { price: { GBP: 395, EUR: 475, USD: 525, JPY: 780 }, days: [2, 4] },
    express: { price: { GBP: 695, EUR: 835, USD: 925, JPY: 1_380 }, days: [1, 1] },
  },
  europe: {
    standard: { price: { GBP: 995, EUR: 1_195, USD: 1_295, JPY: 1_950 }, days: [4, 8] },
    express: { price: { GBP: 1_995, EUR: 2_395, USD: 2_595, JPY: 3_950 }, days: [2, 3] },
  },
  world: {
    standard: { price: { GBP: 1_495, EUR: 1_795, USD: 1_895, JPY: 2_950 }, days: [7, 14] },
    express: { price: { GBP: 2_995, EUR: 3_595, USD: 3_895, JPY: 5_900 }, days: [3, 5] },
  },
};

/** The rules a new shop begins with. */
export const initialRates: Rates = {
  taxZones: new Map(
    Object.entries(vat).map(([country, basisPoints]) => [
      country,
      { pricesIncludeTax: true, rates: new Map([['standard', [{ validFrom: '2000-01-01', basisPoints }]]]) },
    ]),
  ),
  shippingZones: new Map([['GB', 'domestic'], ...[...europe].map((country) => [country, 'europe'] as const)]),
  elsewhere: 'world',
  offers: new Map(
    Object.entries(rates).flatMap(([zone, methods]) =>
      Object.entries(methods).map(([code, { price, days }]) => {
        const method = code as MethodCode;
        const [minimumDays, maximumDays] = days;
        const bands = [{ upToGrams: null, prices: price }];
        return [offerKey(zone, method, null), { method, offered: true, minimumDays, maximumDays, freeFrom: {}, bands }];
      }),
    ),
  ),
};

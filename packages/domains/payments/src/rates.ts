import type { Currency } from '@mallhive/kernel';
import { countryNotServed } from './errors.ts';

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

export type Zone = 'domestic' | 'europe' | 'world';

/** Throws `country_not_served` for what is no country code. */
export function zoneOf(country: string): Zone {
  if (!/^[A-Z]{2}$/.test(country)) throw countryNotServed(country);
  if (country === 'GB') return 'domestic';
  return europe.has(country) ? 'europe' : 'world';
}

export function vatBasisPoints(country: string): number {
  return vat[country] ?? 0;
}

export type MethodCode = 'standard' | 'express';
interface Rate {
  /** Minor units per parcel. */
  price: Record<Currency, number>;
  days: [number, number];
}
const rates: Record<Zone, Record<MethodCode, Rate>> = {
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
const names: Record<MethodCode, string> = { standard: 'Standard delivery', express: 'Express delivery' };

export interface ShippingRate {
  code: MethodCode;
  name: string;
  description: string;
  price: { amount: number; currency: Currency };
  minimumDays: number;
  maximumDays: number;
}

function describe([minimum, maximum]: [number, number]): string {
  if (minimum === maximum) return minimum === 1 ? 'Arrives the next working day' : `Arrives in ${minimum} working days`;
  return `Arrives in ${minimum} to ${maximum} working days`;
}

/** What it costs to send one parcel to a country, cheapest first, and the VAT that prices include there. */
export function quoteRates(country: string, currency: Currency): { vatBasisPoints: number; methods: ShippingRate[] } {
  const zone = rates[zoneOf(country)];
  const methods = (['standard', 'express'] as const).map((code) => {
    const { price, days } = zone[code];
    return {
      code,
      name: names[code],
      description: describe(days),
      price: { amount: price[currency], currency },
      minimumDays: days[0],
      maximumDays: days[1],
    };
  });
  return { vatBasisPoints: vatBasisPoints(country), methods };
}

import type { Address } from '../types.ts';

/** What differs between the countries we send to. Labels name texts of `page.labels`: what people there call the field. */
export interface CountryRules {
  code: string;
  postcodeLabel: 'postcode' | 'eircode' | 'zip';
  postcodePattern: RegExp;
  postcodeExample: string;
  postcodeInputMode: 'text' | 'numeric';
  cityLabel: 'city' | 'town';
  /** Null: this country's addresses have no such part. */
  regionLabel: 'county' | 'province' | 'state' | null;
  regionRequired: boolean;
  /** On the continent the postcode stands before the city. */
  postcodeFirst: boolean;
}

const continental = { cityLabel: 'city', regionLabel: null, regionRequired: false, postcodeFirst: true } as const;

export const countries: readonly CountryRules[] = [
  {
    code: 'GB',
    postcodeLabel: 'postcode',
    postcodePattern: /^(GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})$/i,
    postcodeExample: 'SW1A 1AA',
    postcodeInputMode: 'text',
    cityLabel: 'town',
    regionLabel: null,
    regionRequired: false,
    postcodeFirst: false,
  },
  {
    code: 'IE',
    postcodeLabel: 'eircode',
    postcodePattern: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i,
    postcodeExample: 'D02 AF30',
    postcodeInputMode: 'text',
    cityLabel: 'town',
    regionLabel: 'county',
    regionRequired: false,
    postcodeFirst: false,
  },
  {
    code: 'DE',
    postcodeLabel: 'postcode',
    postcodePattern: /^\d{5}$/,
    postcodeExample: '10115',
    postcodeInputMode: 'numeric',
    ...continental,
  },
  {
    code: 'FR',
    postcodeLabel: 'postcode',
    postcodePattern: /^\d{5}$/,
    postcodeExample: '75002',
    postcodeInputMode: 'numeric',
    ...continental,
  },
  {
    code: 'NL',
    postcodeLabel: 'postcode',
    postcodePattern: /^\d{4} ?[A-Z]{2}$/i,
    postcodeExample: '1012 AB',
    postcodeInputMode: 'text',
    ...continental,
  },
  {
    code: 'ES',
    postcodeLabel: 'postcode',
    postcodePattern: /^\d{5}$/,
    postcodeExample: '28013',
    postcodeInputMode: 'numeric',
    ...continental,
    regionLabel: 'province',
  },
  {
    code: 'IT',
    postcodeLabel: 'postcode',
    postcodePattern: /^\d{5}$/,
    postcodeExample: '00186',
    postcodeInputMode: 'numeric',
    ...continental,
    regionLabel: 'province',
    regionRequired: true,
  },
  {
    code: 'US',
    postcodeLabel: 'zip',
    postcodePattern: /^\d{5}(-\d{4})?$/,
    postcodeExample: '10001',
    postcodeInputMode: 'numeric',
    cityLabel: 'city',
    regionLabel: 'state',
    regionRequired: true,
    postcodeFirst: false,
  },
];

const unitedKingdom = countries[0] as CountryRules;

export function rulesFor(code: string): CountryRules {
  return countries.find((country) => country.code === code.toUpperCase()) ?? unitedKingdom;
}

export const emptyAddress = (country = 'GB'): Address => ({
  name: '',
  line1: '',
  line2: '',
  city: '',
  region: '',
  postcode: '',
  country,
  phone: '',
});

/** `sw1a1aa` → `SW1A 1AA`; `1012ab` → `1012 AB`; `d02af30` → `D02 AF30`. Unknown shapes stay as typed, in capitals. */
export function tidyPostcode(value: string, country: string): string {
  const text = value.trim().toUpperCase().replace(/\s+/g, ' ');
  const compact = text.replaceAll(' ', '');
  if (country === 'GB' && /^[A-Z\d]{5,7}$/.test(compact)) return `${compact.slice(0, -3)} ${compact.slice(-3)}`;
  if (country === 'NL' && /^\d{4}[A-Z]{2}$/.test(compact)) return `${compact.slice(0, 4)} ${compact.slice(4)}`;
  if (country === 'IE' && /^[A-Z\d]{7}$/.test(compact)) return `${compact.slice(0, 3)} ${compact.slice(3)}`;
  return text;
}

export type AddressProblem = 'missing' | 'postcodeInvalid' | 'phoneInvalid' | 'tooLong';

const limits: Record<keyof Address, number> = {
  name: 120,
  line1: 200,
  line2: 200,
  city: 120,
  region: 120,
  postcode: 16,
  country: 2,
  phone: 32,
};

export function addressProblems(address: Address): Partial<Record<keyof Address, AddressProblem>> {
  const rules = rulesFor(address.country);
  const problems: Partial<Record<keyof Address, AddressProblem>> = {};
  for (const field of Object.keys(limits) as (keyof Address)[]) {
    if (address[field].trim().length > limits[field]) problems[field] = 'tooLong';
  }
  for (const field of ['name', 'line1', 'city', 'postcode'] as const) {
    if (address[field].trim() === '') problems[field] = 'missing';
  }
  if (rules.regionRequired && address.region.trim() === '') problems.region = 'missing';
  if (!problems.postcode && !rules.postcodePattern.test(address.postcode.trim())) problems.postcode = 'postcodeInvalid';
  if (address.phone.trim() !== '' && !/^\+?[\d\s().-]{6,}$/.test(address.phone.trim())) problems.phone = 'phoneInvalid';
  return problems;
}

export type EmailProblem = 'emailMissing' | 'emailInvalid';

/** Loose on purpose: the server checks, the mail proves. */
export function emailProblem(email: string): EmailProblem | null {
  const text = email.trim();
  if (text === '') return 'emailMissing';
  return text.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text) ? null : 'emailInvalid';
}

import type { SaveAddress } from '../types.ts';

export type AddressFields = Required<Omit<SaveAddress, 'id'>>;

/** The countries we send to, in the order in which they are offered. */
export const countries = ['GB', 'IE', 'DE', 'FR', 'NL', 'ES', 'IT', 'US'] as const;

export const emptyFields: AddressFields = {
  name: '',
  line1: '',
  line2: '',
  city: '',
  region: '',
  postcode: '',
  country: 'GB',
  phone: '',
  isDefault: false,
};

const required = ['name', 'line1', 'city', 'postcode'] as const;
export type AddressField = Exclude<keyof AddressFields, 'isDefault'>;

/** The first rule of each field that is broken; the server checks again. */
export function addressFieldProblems(fields: AddressFields): Partial<Record<AddressField, 'missing' | 'tooShort'>> {
  const problems: Partial<Record<AddressField, 'missing' | 'tooShort'>> = {};
  for (const field of required) if (fields[field].trim() === '') problems[field] = 'missing';
  if (!problems.postcode && fields.postcode.trim().length < 2) problems.postcode = 'tooShort';
  if ((fields.country === 'US' || fields.country === 'IT') && fields.region.trim() === '') problems.region = 'missing';
  return problems;
}

/** Lines as they would stand on a label, without the empty ones; `countryName` says a code in the reader's language. */
export function addressLines(
  address: Pick<AddressFields, AddressField>,
  countryName: (code: string) => string,
): string[] {
  const continental = !['GB', 'IE', 'US'].includes(address.country);
  const town = continental
    ? [`${address.postcode} ${address.city}`.trim(), address.region]
    : [address.city, address.region, address.postcode];
  return [address.name, address.line1, address.line2, ...town, countryName(address.country)].filter(
    (line) => line.trim() !== '',
  );
}

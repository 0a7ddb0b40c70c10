import { organisationMessages } from '../messages/organisation.ts';

const text = organisationMessages.fields.problem;

export interface OrganisationFields {
  name: string;
  tagline: string;
  description: string;
  legalName: string;
  country: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  postalAddress: string;
  taxNumber: string;
}
export type FieldName = keyof OrganisationFields | 'slug';

const optional: ReadonlySet<FieldName> = new Set([
  'tagline',
  'description',
  'contactPhone',
  'postalAddress',
  'taxNumber',
]);

/** The rules of the server in short, so that a field can say what is wrong before anything is sent. */
export function problemOf(name: FieldName, value: string): string | null {
  const given = value.trim();
  if (optional.has(name)) return null;
  if (given === '') return text.missing;
  if (name === 'contactEmail') return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(given) ? null : text.email;
  if (name === 'slug') return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(given) && given.length >= 3 ? null : text.slug;
  if ((name === 'name' || name === 'legalName') && given.length < 2) return text.short;
  return null;
}

/** An address made of a name: `Moss & Clay` becomes `moss-and-clay`. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

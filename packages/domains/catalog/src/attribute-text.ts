import type { Locale } from '@mallhive/kernel';

/** An attribute of a category with the value that a product has, as it is stored. */
export interface AttributeText {
  name: string;
  type: string;
  unit: string;
  choices: { value: string; label: string }[];
  /** Labels of choices in the language asked for, by value. */
  labels: Record<string, string> | null;
  value: string | number | boolean | string[];
}

const yesNo: Record<Locale, readonly [string, string]> = {
  en: ['Yes', 'No'],
  de: ['Ja', 'Nein'],
  fr: ['Oui', 'Non'],
  ar: ['نعم', 'لا'],
};
const numbers = new Map<Locale, Intl.NumberFormat>();
function formatNumber(value: number, locale: Locale): string {
  const known = numbers.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  numbers.set(locale, known);
  return known.format(value);
}

/** What a shopper reads: `42 cm`, `Oak, Ash`, `Yes`. */
export function attributeText({ type, unit, choices, labels, value }: AttributeText, locale: Locale): string {
  if (typeof value === 'boolean') return yesNo[locale][value ? 0 : 1];
  if (typeof value === 'number') return unit ? `${formatNumber(value, locale)} ${unit}` : formatNumber(value, locale);
  if (type === 'text' || type === 'number') return String(value);
  const label = (choice: string) =>
    labels?.[choice] || (choices.find((candidate) => candidate.value === choice)?.label ?? choice);
  return [value].flat().map(label).join(', ');
}

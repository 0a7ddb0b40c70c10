import { type Locale, locales } from './locale.ts';

export {
  type Currency,
  currencies,
  defaultLocale,
  dirOf,
  type Locale,
  localeNames,
  locales,
  localeTags,
  localisedPath,
  toLocale,
} from './locale.ts';
export { type Forms, type Speech, speech } from './say.ts';

import type { Forms } from './say.ts';

/** What another language may say instead of the English texts; what it leaves out stays English. */
export type Translation<Texts> = Texts extends string
  ? string
  : Texts extends { other: string }
    ? Forms
    : Texts extends readonly (infer Item)[]
      ? readonly Translation<Item>[]
      : { readonly [Key in keyof Texts]?: Translation<Texts[Key]> };

type Tree = { readonly [key: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);
const isForms = (value: Tree) => typeof value.other === 'string';

function over(texts: unknown, translation: unknown): unknown {
  if (translation === undefined) return texts;
  if (Array.isArray(texts) && Array.isArray(translation))
    return texts.map((text, index) => over(text, translation[index]));
  if (!isTree(texts) || !isTree(translation) || isForms(texts)) return translation;
  return Object.fromEntries(Object.keys(texts).map((key) => [key, over(texts[key], translation[key])]));
}

/** All languages of one app. For servers: a browser gets the texts of one language with the page. */
export type AppTexts<Texts extends object = object> = (locale: Locale) => Texts;

/** @param english every text; its shape is that of all languages. */
export function createTexts<const Texts extends object>(
  english: Texts,
  translations: Partial<Record<Locale, Translation<Texts>>>,
): AppTexts<Texts> {
  const made = new Map(locales.map((locale) => [locale, over(english, translations[locale]) as Texts]));
  return (locale) => made.get(locale) ?? english;
}

const leaves = (value: unknown, path = ''): [path: string, value: string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value ?? {}).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
const pluralForm = /\.(none|zero|one|two|few|many|other)$/;
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort().join();

/**
 * For tests: what is wrong with a translation – keys that English does not have, placeholders that nobody fills, and texts
 * that are missing.
 */
export function translationFaults(english: object, translation: object): string[] {
  const known = new Map(leaves(english));
  const said = new Map(leaves(translation));
  const faults: string[] = [];
  for (const [path, text] of said) {
    const general = path.replace(pluralForm, '.other');
    const original = known.get(path) ?? known.get(general);
    if (original === undefined) faults.push(`${path} is not in English`);
    else {
      const allowed = placeholders(`${original}${known.get(general) ?? ''}{count}`).split(',');
      const unknown = placeholders(text)
        .split(',')
        .filter((name) => name && !allowed.includes(name));
      if (unknown.length > 0) faults.push(`${path} has ${unknown.join()}`);
    }
  }
  for (const path of known.keys()) {
    if (!said.has(path) && !said.has(path.replace(pluralForm, '.other'))) faults.push(`${path} is missing`);
  }
  return faults;
}

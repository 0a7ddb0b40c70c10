import type { CategoryDraft, ProductDraft } from '@mallhive/catalog/contract';
import { createRandom } from '../random.ts';
import { categoryTexts } from './categories.ts';
import { nounTexts } from './nouns.ts';
import { optionTexts, valueTexts } from './options.ts';

const locales = ['de', 'fr', 'ar'] as const;
type Language = (typeof locales)[number];

/** `Becher „Harbour Mug“`: what it is in the reader's language, and the name its maker gave it. */
const titles: Record<Language, (noun: string, title: string) => string> = {
  de: (noun, title) => `${noun} „${title}“`,
  fr: (noun, title) => `${noun} « ${title} »`,
  ar: (noun, title) => `${noun} «${title}»`,
};
const subtitles: Record<Language, (category: string, maker: string) => string> = {
  de: (category, maker) => `Aus der Abteilung ${category}, von ${maker}`,
  fr: (category, maker) => `Au rayon ${category}, par ${maker}`,
  ar: (category, maker) => `من قسم ${category}، صنعه ${maker}`,
};
const stories: Record<Language, (noun: string, title: string, maker: string) => string[]> = {
  de: (noun, title, maker) => [
    `${noun} „${title}“ kommt aus der Werkstatt von ${maker}. Gemacht wird in kleinen Mengen, geprüft wird jedes Stück von Hand.`,
    'Der Laden packt und verschickt selbst. Unbenutzt können Sie es innerhalb von 30 Tagen zurückschicken.',
  ],
  fr: (noun, title, maker) => [
    `${noun} « ${title} » vient de l’atelier de ${maker}. Produit en petites quantités, chaque pièce est vérifiée à la main.`,
    'La boutique emballe et expédie elle-même. Non utilisé, vous pouvez le renvoyer sous 30 jours.',
  ],
  ar: (noun, title, maker) => [
    `${noun} «${title}» من ورشة ${maker}. يُصنع بكميات صغيرة وتُفحص كل قطعة باليد.`,
    'يتولى المتجر التغليف والإرسال بنفسه. يمكنك إرجاعه دون استخدام خلال 30 يومًا.',
  ],
};

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function categoryTranslations(path: string): NonNullable<CategoryDraft['translations']> {
  const known = categoryTexts[path];
  if (!known) return {};
  return Object.fromEntries(
    locales.map((locale) => [locale, { name: known[locale][0], description: known[locale][1] }]),
  );
}

interface Named {
  slug: string;
  title: string;
  noun: string;
  maker: string;
  categoryPath: string;
  options: { name: string; values: { value: string }[] }[];
}

/** In every language but English; one product in ten is left as it is, as in shops of people with little time. */
export function productTranslations(product: Named): NonNullable<ProductDraft['translations']> {
  const { title, maker, categoryPath, options } = product;
  const noun = nounTexts[product.noun];
  if (!noun || createRandom(`translation/${product.slug}`).chance(0.1)) return {};
  return Object.fromEntries(
    locales.map((locale) => [
      locale,
      {
        title: titles[locale](noun[locale], title),
        subtitle: subtitles[locale](categoryTexts[categoryPath]?.[locale][0] ?? '', maker),
        descriptionHtml: stories[locale](noun[locale], title, maker)
          .map((text) => `<p>${escapeHtml(text)}</p>`)
          .join(''),
        options: Object.fromEntries(
          options.map(({ name, values }) => [
            name,
            {
              name: optionTexts[name]?.[locale] ?? '',
              values: Object.fromEntries(
                values.flatMap(({ value }) => {
                  const translated = valueTexts[value]?.[locale];
                  return translated ? [[value, translated]] : [];
                }),
              ),
            },
          ]),
        ),
      },
    ]),
  );
}

import type { z } from 'zod';
import { type AttributeText, attributeText } from './attribute-text.ts';
import type { Audience } from './card.ts';
import type { Product, productOutput } from './contract.ts';
import type { Database } from './database.repository.ts';
import { productNotFound } from './errors.ts';
import type { CatalogPorts } from './ports.ts';
import { findProduct, type OptionTexts, type ProductRow, type StoredOption } from './product.repository.ts';

/** Prices are those of this very moment. An old slug answers with where the product lives now. */
export async function readProduct(db: Database, ports: CatalogPorts, slug: string, audience: Audience) {
  return JSON.parse(await readProductJson(db, ports, slug, audience)) as z.infer<typeof productOutput>;
}

/** The same as JSON. */
export async function readProductJson(
  db: Database,
  ports: CatalogPorts,
  slug: string,
  audience: Audience,
): Promise<string> {
  const [row, taxIncluded] = await Promise.all([
    findProduct(db, slug, audience, ports.clock.now()),
    ports.taxIncluded?.() ?? null,
  ]);
  if (!row) throw productNotFound();
  const redirectTo = row.slug === slug ? null : row.slug;
  return `{"product":${compose(row, audience)},"redirectTo":${JSON.stringify(redirectTo)},"taxIncluded":${taxIncluded}}`;
}

const seoLength = 160;
const firstWords = (text: string) => {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= seoLength) return plain;
  const cut = plain.slice(0, seoLength - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), seoLength / 2))}…`;
};

/** JSON of the product; the database's own text wherever nothing has to be put into another language. */
function compose(row: ProductRow, { locale }: Audience): string {
  const seo = { title: row.seoTitle || row.title, description: row.seoDescription || firstWords(row.summary) };
  const { optionTexts, attributeTexts } = row;
  if (!optionTexts && !attributeTexts) {
    const rest = JSON.stringify({ options: row.options.map(plainOption), seo });
    return `${row.product.slice(0, -1)},${rest.slice(1)}`;
  }
  const product = JSON.parse(row.product) as Omit<Product, 'options' | 'seo'>;
  return JSON.stringify({
    ...product,
    ...(optionTexts
      ? translateOptions(product.variants, row.options, optionTexts)
      : { options: row.options.map(plainOption) }),
    attributes: attributesOf(product, attributeTexts ?? [], locale),
    seo,
  });
}

/** Without the ids that translations go by. */
const plainOption = ({ name, values }: StoredOption): Product['options'][number] => ({
  name,
  values: values.map(({ value, swatch }) => ({ value, swatch })),
});

function attributesOf(
  product: Pick<Product, 'attributes'>,
  texts: readonly AttributeText[],
  locale: Audience['locale'],
): Product['attributes'] {
  const own = texts.map((attribute) => ({ name: attribute.name, value: attributeText(attribute, locale) }));
  return [...own, ...product.attributes];
}

/** Option names, values and the variants that are told by them, all in one language. */
function translateOptions(
  stored: Product['variants'],
  storedOptions: readonly StoredOption[],
  texts: OptionTexts,
): Pick<Product, 'options' | 'variants'> {
  const names = new Map<string, { name: string; values: Map<string, string> }>();
  const options = storedOptions.map((option) => {
    const text = texts[option.id ?? option.name];
    const values = option.values.map(({ id, value, swatch }) => ({
      value: text?.values[id ?? value] || value,
      swatch,
      from: value,
    }));
    const name = text?.name || option.name;
    names.set(option.name, { name, values: new Map(values.map(({ from, value }) => [from, value])) });
    return { name, values: values.map(({ value, swatch }) => ({ value, swatch })) };
  });
  const variants = stored.map((variant) => {
    const optionValues = Object.fromEntries(
      Object.entries(variant.optionValues).map(([name, value]) => {
        const known = names.get(name);
        return [known?.name ?? name, known?.values.get(value) ?? value];
      }),
    );
    return { ...variant, optionValues, title: Object.values(optionValues).join(' / ') || variant.title };
  });
  return { options, variants };
}

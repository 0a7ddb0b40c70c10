import type { z } from 'zod';
import { attributeText } from './attribute-text.ts';
import type { Audience } from './card.ts';
import type { Product, productOutput } from './contract.ts';
import type { Database } from './database.repository.ts';
import { productNotFound } from './errors.ts';
import type { CatalogPorts } from './ports.ts';
import { findProduct, type OptionTexts, type ProductRow } from './product.repository.ts';

/** Prices are those of this very moment. An old slug answers with where the product lives now. */
export async function readProduct(
  db: Database,
  ports: CatalogPorts,
  slug: string,
  audience: Audience,
): Promise<z.infer<typeof productOutput>> {
  const row = await findProduct(db, slug, audience, ports.clock.now());
  if (!row) throw productNotFound();
  const product = compose(row, audience);
  return { product, redirectTo: product.slug === slug ? null : product.slug };
}

const seoLength = 160;
const firstWords = (text: string) => {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= seoLength) return plain;
  const cut = plain.slice(0, seoLength - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), seoLength / 2))}…`;
};

function compose({ product: stored, optionTexts, attributeTexts }: ProductRow, { locale }: Audience): Product {
  const product: Product = optionTexts ? translateOptions(stored, optionTexts) : stored;
  if (attributeTexts) {
    const own = attributeTexts.map((attribute) => ({ name: attribute.name, value: attributeText(attribute, locale) }));
    product.attributes = [...own, ...product.attributes];
  }
  product.seo = {
    title: product.seo?.title || product.title,
    description: product.seo?.description || firstWords(product.subtitle || product.description),
  };
  return product;
}

/** Option names, values and the variants that are told by them, all in one language. */
function translateOptions(product: ProductRow['product'], texts: OptionTexts): Product {
  const names = new Map<string, { name: string; values: Map<string, string> }>();
  const options = product.options.map((option) => {
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
  const variants = product.variants.map((variant) => {
    const optionValues = Object.fromEntries(
      Object.entries(variant.optionValues).map(([name, value]) => {
        const known = names.get(name);
        return [known?.name ?? name, known?.values.get(value) ?? value];
      }),
    );
    return { ...variant, optionValues, title: Object.values(optionValues).join(' / ') || variant.title };
  });
  return { ...product, options, variants };
}

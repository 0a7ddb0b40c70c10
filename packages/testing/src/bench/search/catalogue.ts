import { createReadStream } from 'node:fs';
import { type ImportedProduct, readOnlineRetail } from '@mallhive/importer';
import type { SearchableProduct } from '@mallhive/search/ports';
import { searchableProduct } from '@mallhive/search/testing';

const toProduct = (product: ImportedProduct): SearchableProduct => {
  const path = product.category.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return searchableProduct({
    title: product.title,
    description: product.alsoKnownAs.join('. '),
    price: Math.min(...product.variants.map(({ price }) => price)),
    categories: [{ path, name: product.category }],
    sellerSlug: 'albion-gift-warehouse',
    sellerName: 'Albion Gift Warehouse',
    variants: product.variants.map(({ sku, value }) => ({
      sku,
      optionValues: product.option && value ? { [product.option]: value } : {},
    })),
  });
};

/** The products of the Online Retail data set as the catalog would hand them to search. */
export async function realCatalogue(file: string): Promise<SearchableProduct[]> {
  const { products } = await readOnlineRetail(createReadStream(file), { compressed: file.endsWith('.gz') });
  return products.map(toProduct);
}

const materials = [
  'Oak',
  'Ash',
  'Steel',
  'Linen',
  'Wool',
  'Glass',
  'Brass',
  'Clay',
  'Cork',
  'Velvet',
  'Bamboo',
  'Stone',
];
const styles = ['Nordic', 'Rustic', 'Modern', 'Classic', 'Coastal', 'Round', 'Tall', 'Small', 'Wide', 'Folding'];
const things = [
  'chair',
  'table',
  'lamp',
  'shelf',
  'vase',
  'bowl',
  'basket',
  'blanket',
  'cushion',
  'mirror',
  'clock',
  'stool',
  'tray',
  'jug',
  'rug',
];
const colours = ['Red', 'Blue', 'Green', 'Sand', 'Ink', 'Snow'];
const sizes = ['S', 'M', 'L'];
const places = ['hall', 'kitchen', 'bedroom', 'garden', 'office', 'bath'];

/** So many different products of three variants each, with facets as a shop has them. */
export function madeUpCatalogue(count: number): SearchableProduct[] {
  const of = (list: readonly string[], index: number) => list[index % list.length] ?? '';
  return Array.from({ length: count }, (_, index) => {
    const thing = of(things, index);
    const place = of(places, index * 7);
    return searchableProduct({
      title: `${of(styles, index * 3)} ${of(materials, index * 5)} ${thing} ${1000 + (index % 997)}`,
      description: `A ${thing} for the ${place}, made by hand in batch ${index}.`,
      price: 500 + ((index * 37) % 20_000),
      brand: `Maker ${index % 40}`,
      rating: 1 + (index % 5),
      categories: [
        { path: place, name: place },
        { path: `${place}/${thing}`, name: thing },
      ],
      sellerSlug: `seller-${index % 25}`,
      sellerName: `Seller ${index % 25}`,
      attributes: [{ name: 'Material', value: of(materials, index * 5) }],
      variants: sizes.map((size) => ({
        sku: `MU-${index}-${size}`,
        optionValues: { Size: size, Colour: of(colours, index) },
      })),
    });
  });
}

import { currencies } from '@mallhive/kernel';

/** A column that files may have. One line is one variant; product fields count on the first line of a product. */
export interface Field {
  key: string;
  label: string;
  hint: string;
  of: 'product' | 'variant';
}

const product = (key: string, label: string, hint: string): Field => ({ key, label, hint, of: 'product' });
const variant = (key: string, label: string, hint: string): Field => ({ key, label, hint, of: 'variant' });

export const optionPlaces = [1, 2, 3] as const;

/** In the order of an exported file. */
export const fields: readonly Field[] = [
  product('handle', 'Handle', 'Names the product; lines with the same handle are its variants'),
  product('title', 'Title', ''),
  product('subtitle', 'Subtitle', ''),
  product('description', 'Description', 'Plain text, or HTML of which what is unsafe is dropped'),
  product('brand', 'Brand', ''),
  product('category', 'Category', 'Its path: home-living/chairs'),
  product('status', 'Status', 'draft, published or archived'),
  product('tags', 'Tags', 'Several with | between them'),
  product('highlights', 'Highlights', 'Several with | between them'),
  product('attributes', 'Attributes', 'Name: value, several with | between them'),
  product('seo_title', 'SEO title', ''),
  product('seo_description', 'SEO description', ''),
  product('images', 'Images', 'Addresses, several with | between them'),
  product('image_alts', 'Image descriptions', 'In the order of the images'),
  ...optionPlaces.flatMap((place) => [
    product(`option${place}_name`, `Option ${place} name`, 'Colour'),
    variant(`option${place}_value`, `Option ${place} value`, 'Oak'),
  ]),
  variant('sku', 'SKU', 'Unique in your shop'),
  variant('barcode', 'Barcode', 'GTIN with its check digit'),
  variant('weight_grams', 'Weight in grams', ''),
  variant('variant_image', 'Variant image', 'Place of the image among the images, from 1'),
  variant('stock', 'Stock', 'Units that can be sold, over all locations; empty leaves it as it is'),
  ...currencies.flatMap((currency) => [
    variant(`price_${currency.toLowerCase()}`, `Price ${currency}`, '12.50'),
    variant(`compare_at_${currency.toLowerCase()}`, `Price before ${currency}`, 'Struck through'),
  ]),
];

export const fieldKeys: ReadonlySet<string> = new Set(fields.map(({ key }) => key));

/** What other shops and spreadsheets call them. */
const alsoCalled: Record<string, string> = {
  id: 'handle',
  'product id': 'handle',
  slug: 'handle',
  'url handle': 'handle',
  name: 'title',
  'product name': 'title',
  produktname: 'title',
  titel: 'title',
  'body html': 'description',
  'body (html)': 'description',
  body: 'description',
  beschreibung: 'description',
  vendor: 'brand',
  manufacturer: 'brand',
  marke: 'brand',
  type: 'category',
  'product category': 'category',
  'category path': 'category',
  kategorie: 'category',
  published: 'status',
  image: 'images',
  'image src': 'images',
  'image url': 'images',
  'image urls': 'images',
  'image alt text': 'image_alts',
  'variant sku': 'sku',
  'article number': 'sku',
  artikelnummer: 'sku',
  'variant barcode': 'barcode',
  ean: 'barcode',
  gtin: 'barcode',
  upc: 'barcode',
  weight: 'weight_grams',
  'variant grams': 'weight_grams',
  grams: 'weight_grams',
  gewicht: 'weight_grams',
  quantity: 'stock',
  qty: 'stock',
  'variant inventory qty': 'stock',
  inventory: 'stock',
  bestand: 'stock',
  'seo description': 'seo_description',
  'seo title': 'seo_title',
  'option1 name': 'option1_name',
};

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[_\-./]+/g, ' ')
    .replace(/\s+/g, ' ');

/** Which field each column of a header fills; null where nothing fits or another column fills it already. */
export function guessMapping(header: readonly string[], currency: string): (string | null)[] {
  const byName = new Map<string, string>();
  for (const { key, label } of fields) {
    byName.set(plain(key), key);
    byName.set(plain(label), key);
  }
  for (const [name, key] of Object.entries(alsoCalled)) byName.set(plain(name), key);
  for (const name of ['price', 'variant price', 'preis']) byName.set(name, `price_${currency.toLowerCase()}`);
  for (const name of ['compare at', 'compare at price', 'variant compare at price', 'rrp']) {
    byName.set(name, `compare_at_${currency.toLowerCase()}`);
  }
  const taken = new Set<string>();
  return header.map((name) => {
    const key = byName.get(plain(name)) ?? null;
    if (key === null || taken.has(key)) return null;
    taken.add(key);
    return key;
  });
}

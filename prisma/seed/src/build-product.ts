import type { ProductDraft } from '@mallhive/catalog/contract';
import type { CategorySeed } from './categories.ts';
import { type Album, composePictures } from './compose-pictures.ts';
import { isColour, palette } from './palette.ts';
import { euroPrice, shelfStock, shopPrice } from './pricing.ts';
import type { LineItem, ProductLine } from './product-line.ts';
import { createRandom } from './random.ts';
import { writeReviews } from './reviews.ts';
import type { SellerSeed } from './sellers.ts';
import { slugify } from './slug.ts';
import { productTranslations } from './translations/index.ts';

/** A product as the catalog takes it, with its seller by slug: the seller's id is known only after identity has it. */
export interface SeedProduct extends Omit<ProductDraft, 'sellerId'> {
  sellerSlug: string;
  /** How strongly it draws buyers in the past orders. */
  appeal: number;
}

const day = 86_400_000;

interface Choice {
  value: string;
  extra: number;
}

function choicesOf(line: ProductLine, item: LineItem, random: ReturnType<typeof createRandom>) {
  return (line.options ?? [])
    .filter(({ name }) => !item.without.includes(name))
    .map((option) => {
      const values: Choice[] = (option.name === 'Colour' && item.colours ? item.colours : option.values).map(
        (entry) => {
          const [value = '', extra = '0'] = entry.split('+');
          return { value, extra: Number(extra) };
        },
      );
      const own = option.name === 'Colour' && item.colours !== null;
      const [minimum, maximum] = option.take ?? [values.length, values.length];
      const count = own ? values.length : Math.min(values.length, random.int(minimum, maximum));
      if (option.name === 'Colour') return { name: option.name, values: random.sample(values, count) };
      const start = random.int(0, values.length - count);
      return { name: option.name, values: values.slice(start, start + count) };
    });
}

const combine = (options: { name: string; values: Choice[] }[]): { values: Record<string, string>; extra: number }[] =>
  options.reduce<{ values: Record<string, string>; extra: number }[]>(
    (rows, option) =>
      rows.flatMap((row) =>
        option.values.map(({ value, extra }) => ({
          values: Object.assign({}, row.values, { [option.name]: value }),
          extra: row.extra + extra,
        })),
      ),
    [{ values: {}, extra: 0 }],
  );

/** When it was first listed: one in ten within three weeks, the rest over the past eight months. */
function listedAt(now: Date, random: ReturnType<typeof createRandom>): Date {
  const age = random.chance(0.1) ? random.int(1, 20) : random.int(25, 240);
  return new Date(now.getTime() - age * day - random.int(0, day - 1));
}

export interface ProductContext {
  now: Date;
  album: Album;
  leaf: Omit<CategorySeed, 'leaves'>;
  seller: SellerSeed;
  slugs: Set<string>;
}

export function buildProduct(line: ProductLine, item: LineItem, context: ProductContext): SeedProduct {
  const random = createRandom(`product/${line.category}/${item.title}`);
  let slug = slugify(item.title);
  if (context.slugs.has(slug)) slug = `${slug}-${slugify(line.noun)}`;
  if (context.slugs.has(slug)) throw new Error(`Two products share the slug ${slug}`);
  context.slugs.add(slug);

  const options = choicesOf(line, item, random);
  const colours = options.find(({ name }) => name === 'Colour')?.values.map(({ value }) => value) ?? [];
  const tint = item.tint && isColour(item.tint) ? palette[item.tint] : null;
  const { images, imageOfColour } = composePictures(
    {
      slug,
      title: item.title,
      icon: item.icon,
      props: line.props,
      stages: line.stages,
      tones: context.leaf.tones,
      colours,
      tint,
    },
    context.album,
    random,
  );
  const [low, high] = line.price;
  const base = item.price ?? low + random.next() * (high - low);
  const discount = random.chance(0.15) ? random.pick([0.1, 0.15, 0.2, 0.25, 0.3]) : 0;
  const soldOut = random.chance(0.02);
  const code = slug
    .split('-')
    .map((word) => word.slice(0, 3).toUpperCase())
    .slice(0, 3)
    .join('');
  const mark = createRandom(slug).int(1000, 9999);
  // Two sellers in five set their own prices in euros; all other prices in other currencies are converted.
  const inEuros = createRandom(`euros/${line.seller}`).chance(0.4);
  const variants = combine(options).map(({ values, extra }, index) => {
    const full = shopPrice(base + extra);
    const price = discount ? shopPrice((full / 100) * (1 - discount)) : full;
    const colour = values.Colour;
    return {
      sku: `${code}-${mark}-${String(index + 1).padStart(2, '0')}`,
      title: Object.values(values).join(' / '),
      optionValues: values,
      weightGrams: line.weightGrams,
      price,
      compareAt: price < full ? full : null,
      ...(inEuros ? { prices: { EUR: euroPrice(price, price < full ? full : null) } } : {}),
      imageIndex: colour === undefined ? null : (imageOfColour[colour] ?? null),
      stock: soldOut ? 0 : shelfStock(random),
    };
  });
  const createdAt = listedAt(context.now, random);
  const fill = (text: string): string => text.replaceAll('{noun}', line.noun).replaceAll('{title}', item.title);
  const stories = random.sample(line.story, 2).map(fill);
  const appeal = Math.exp(random.next() * 3.2) * (discount ? 1.6 : 1);
  return {
    sellerSlug: line.seller,
    sourceRef: `demo/${slug}`,
    slug,
    title: item.title,
    subtitle: item.pitch,
    description: [`${item.pitch}. ${stories.join(' ')}`, fill(line.care)].join('\n\n'),
    highlights: random.sample(line.highlights, 4),
    attributes: Object.entries(item.attributes).map(([name, value]) => ({ name: name.replaceAll('_', ' '), value })),
    brand: context.seller.brand,
    categoryPath: line.category,
    status: 'published',
    createdAt,
    images,
    options: options.map(({ name, values }) => ({
      name,
      values: values.map(({ value }) => ({
        value,
        swatch: name === 'Colour' && isColour(value) ? palette[value] : null,
      })),
    })),
    variants,
    translations: productTranslations({
      slug,
      title: item.title,
      noun: line.noun,
      maker: context.seller.name,
      categoryPath: line.category,
      options,
    }),
    reviews: writeReviews(
      { slug, noun: line.noun, department: line.category.split('/')[0] ?? '', createdAt, now: context.now },
      appeal,
    ),
    appeal,
  };
}

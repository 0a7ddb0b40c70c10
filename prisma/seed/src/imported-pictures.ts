import { type Album, composeGroup, composePictures, type PictureRef } from './compose-pictures.ts';
import { type ColourName, isColour, palette } from './palette.ts';
import { createRandom } from './random.ts';

const tones: [string, string, string][] = [
  ['#e8dccb', '#f0e7da', '#d8bb98'],
  ['#d3dde3', '#e3eaee', '#a4b9c6'],
  ['#cfdacb', '#e0e8dc', '#9fb795'],
  ['#f0dcd8', '#f7ebe8', '#dfb0a8'],
  ['#dcd5e8', '#eae5f2', '#b8a8d4'],
];

/** What a supplier calls a colour, in the shop's own palette. */
const nearest: Record<string, ColourName | undefined> = {
  white: 'Chalk',
  cream: 'Chalk',
  ivory: 'Chalk',
  beige: 'Oat',
  grey: 'Stone',
  gray: 'Stone',
  silver: 'Silver',
  clear: 'Silver',
  black: 'Black',
  navy: 'Navy',
  blue: 'Denim',
  sky: 'Sky',
  aqua: 'Teal',
  turquoise: 'Teal',
  teal: 'Teal',
  jade: 'Forest',
  green: 'Moss',
  lime: 'Moss',
  olive: 'Olive',
  mint: 'Mint',
  yellow: 'Lemon',
  gold: 'Brass',
  amber: 'Honey',
  orange: 'Apricot',
  peach: 'Apricot',
  coral: 'Coral',
  red: 'Red',
  ruby: 'Burgundy',
  pink: 'Rose',
  rose: 'Rose',
  lilac: 'Lilac',
  mauve: 'Lilac',
  violet: 'Plum',
  purple: 'Plum',
  brown: 'Chocolate',
  bronze: 'Tan',
  copper: 'Rust',
  antique: 'Walnut',
};

/** A picture and a close-up for a product that came without any: the object its name suggests, in the colour it names. */
export function composeImportedPictures(
  product: { title: string; slug: string; icon: string; colour: string | null },
  album: Album,
): PictureRef[] {
  const name = product.colour ? (nearest[product.colour.toLowerCase()] ?? null) : null;
  const tint = name && isColour(name) ? palette[name] : null;
  const { images } = composePictures(
    {
      slug: product.slug,
      title: product.title,
      icon: product.icon,
      props: [],
      stages: ['sweep', 'plinth', 'arch', 'disc', 'window'],
      tones,
      colours: [],
      tint,
    },
    album,
    createRandom(product.title),
  );
  return images.filter((_, index) => index !== 1);
}

export function composeImportedCategory(
  category: { name: string; slug: string; icons: string[] },
  album: Album,
): PictureRef {
  const [wall = '', floor = '', accent = ''] = createRandom(category.slug).pick(tones);
  return composeGroup(
    category.icons,
    { wall, floor, accent },
    { width: 1200, height: 900, stage: 'sweep', name: category.slug, alt: category.name, scale: 0.86 },
    album,
  );
}

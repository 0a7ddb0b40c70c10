import type { CategoryDraft } from '@mallhive/catalog/contract';
import { type DemoAccount, demoAccounts } from './accounts.ts';
import { buildProduct, type SeedProduct } from './build-product.ts';
import { type CategorySeed, departments } from './categories.ts';
import { composeGroup, createAlbum, objectOf, type PictureRef, type Tone } from './compose-pictures.ts';
import { productLines } from './content/index.ts';
import { type SeedCustomer, type SeedOrder, writeCustomers, writeOrders } from './history.ts';
import { readItems } from './product-line.ts';
import { type SellerSeed, sellers } from './sellers.ts';
import { categoryTranslations } from './translations/index.ts';

export interface SeedSeller extends SellerSeed {
  logoUrl: string;
  bannerUrl: string;
  since: Date;
}

/** The whole demo market as data. Nothing here has an id yet: the domains give those. */
export interface DemoShop {
  categories: CategoryDraft[];
  sellers: SeedSeller[];
  products: SeedProduct[];
  accounts: DemoAccount[];
  customers: SeedCustomer[];
  orders: SeedOrder[];
  /** Scene by content hash: what the media store must hold. */
  scenes: Map<string, string>;
  /** Names of the icons that the scenes draw. */
  icons: string[];
  /** Pictures with a fixed name, `/media/site/<name>.webp`. */
  site: Record<string, PictureRef>;
}

const month = 30 * 86_400_000;
const toTone = ([wall = '', floor = '', accent = '']: readonly string[]): Tone => ({ wall, floor, accent });

/** The same `now` gives the same shop; pictures do not depend on it at all. */
export function generateShop({ now }: { now: Date }): DemoShop {
  const album = createAlbum();
  const leaves = new Map<string, Omit<CategorySeed, 'leaves'>>();
  const categories: CategoryDraft[] = [];
  const draft = (entry: Omit<CategorySeed, 'leaves'>, path: string, position: number): CategoryDraft => ({
    path,
    name: entry.name,
    description: entry.description,
    translations: categoryTranslations(path),
    position,
    image: composeGroup(
      entry.icons,
      toTone(entry.tones[0] ?? []),
      { width: 1200, height: 900, stage: 'sweep', name: path.replace('/', '-'), alt: entry.name, scale: 0.86 },
      album,
    ),
  });
  departments.forEach((department, index) => {
    categories.push(draft(department, department.slug, index));
    department.leaves.forEach((leaf, position) => {
      const path = `${department.slug}/${leaf.slug}`;
      leaves.set(path, leaf);
      categories.push(draft(leaf, path, position));
    });
  });

  const shops: SeedSeller[] = sellers.map((seller) => ({
    ...seller,
    since: new Date(now.getTime() - seller.sinceMonths * month),
    logoUrl: album.add(
      {
        width: 480,
        height: 480,
        stage: 'flat',
        tone: logoTone(seller.tone),
        items: [objectOf(seller.logoIcon, 0.5, 0.5, 0.7)],
      },
      `${seller.slug}-logo`,
      seller.name,
    ).url,
    bannerUrl: composeGroup(
      seller.bannerIcons,
      seller.tone,
      { width: 1920, height: 600, stage: 'sweep', name: `${seller.slug}-banner`, alt: seller.name, offset: 0.2 },
      album,
    ).url,
  }));
  const bySlug = new Map(shops.map((seller) => [seller.slug, seller]));

  const slugs = new Set<string>();
  const products = productLines.flatMap((line) =>
    readItems(line).map((item) => {
      const leaf = leaves.get(line.category);
      const seller = bySlug.get(line.seller);
      if (!leaf || !seller) throw new Error(`${item.title} names an unknown category or seller`);
      return buildProduct(line, item, { now, album, leaf, seller, slugs });
    }),
  );
  const site = sitePictures(album);
  const customers = writeCustomers();
  const shopper = demoAccounts.find(({ role }) => role === 'shopper')?.email ?? '';
  return {
    categories,
    sellers: shops,
    products,
    accounts: demoAccounts,
    customers,
    orders: writeOrders(
      products,
      customers,
      shopper,
      [...new Set(demoAccounts.flatMap(({ sellerSlug }) => sellerSlug ?? []))],
      now,
    ),
    scenes: album.scenes,
    icons: [...album.icons].sort(),
    site,
  };
}

/** A logo is one object on the shop's own colour; letters would need a font that a server may not have. */
function logoTone(tone: Tone): Tone {
  return { wall: tone.accent, floor: tone.accent, accent: tone.accent };
}

function sitePictures(album: ReturnType<typeof createAlbum>): Record<string, PictureRef> {
  const wide = { width: 1920, height: 1080, stage: 'window' as const };
  const tone = (wall: string, floor: string, accent: string): Tone => ({ wall, floor, accent });
  return {
    hero: composeGroup(
      ['teapot:Terracotta', 'potted-plant', 'backpack:Ink'],
      tone('#ead9c4', '#f2e6d6', '#d3ad85'),
      {
        ...wide,
        name: 'hero',
        alt: 'A teapot, a plant and a rucksack in window light',
        offset: 0.2,
        scale: 0.92,
      },
      album,
    ),
    sale: composeGroup(
      ['shopping-bags', 'running-shoe:Ink', 'teddy-bear'],
      tone('#f0cfc2', '#f7e1d7', '#e0967e'),
      { ...wide, name: 'sale', alt: 'Shopping bags, a trainer and a bear', offset: 0.2, scale: 0.92 },
      album,
    ),
    gifts: composeGroup(
      ['wrapped-gift', 'ribbon', 'candle'],
      tone('#dcd5e8', '#eae5f2', '#b8a8d4'),
      { ...wide, name: 'gifts', alt: 'A wrapped present with a bow and a candle', offset: 0.2, scale: 0.92 },
      album,
    ),
    garden: composeGroup(
      ['potted-plant', 'basket', 'sunflower'],
      tone('#cfdacb', '#e0e8dc', '#9fb795'),
      { ...wide, name: 'garden', alt: 'Plants and a basket in soft light', offset: 0.2, scale: 0.92 },
      album,
    ),
  };
}

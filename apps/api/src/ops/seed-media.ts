import type { DemoShop } from '@mallhive/seed';
import { loadIconPackage } from '@mallhive/seed/pictures';
import type { MediaStore } from '../media/index.ts';

const hashOf = (url: string): string => url.split('/')[2] ?? '';

/** Objects that pictures of imported products may show; the demo shop itself does not use all of them. */
export const importIcons = [
  'christmas-tree',
  'shopping-bags',
  'handbag',
  'backpack',
  'purse',
  'soap',
  'fire',
  'lipstick',
  'candle',
  'light-bulb',
  'balloon',
  'envelope',
  'notebook',
  'pencil',
  'hot-beverage',
  'teapot',
  'cupcake',
  'bowl-with-spoon',
  'wine-glass',
  'cooking',
  'teddy-bear',
  'puzzle-piece',
  'locomotive',
  'ring',
  'umbrella',
  'potted-plant',
  'basket',
  'mantelpiece-clock',
  'framed-picture',
  'amphora',
  'couch-and-lamp',
  'wrapped-gift',
];

/** Puts the shop's scenes and the icons they draw into the store. Nothing is drawn yet: that happens when somebody looks. */
export async function seedMedia(store: MediaStore, shop: DemoShop): Promise<number> {
  const icons = loadIconPackage();
  for (const name of new Set([...shop.icons, ...importIcons])) {
    const svg = await icons.svg(name);
    if (!svg) throw new Error(`The icon set has no ${name}`);
    await store.writeIcon(name, svg);
  }
  const scenes = [...shop.scenes];
  for (let start = 0; start < scenes.length; start += 64) {
    await Promise.all(
      scenes
        .slice(start, start + 64)
        .map(([hash, scene]) => store.write(hash, { kind: 'scene', body: Buffer.from(scene) })),
    );
  }
  await store.writeNames(Object.fromEntries(Object.entries(shop.site).map(([name, { url }]) => [name, hashOf(url)])));
  const shown = [
    ...Object.values(shop.site).map(({ url }) => url),
    ...shop.categories.map(({ image }) => image?.url ?? ''),
    ...shop.sellers.flatMap(({ logoUrl, bannerUrl }) => [logoUrl, bannerUrl]),
    // What sells best is what the home page, trends and searches show first.
    ...[...shop.products]
      .sort((left, right) => right.appeal - left.appeal)
      .slice(0, 120)
      .map(({ images }) => images?.[0]?.url ?? ''),
  ];
  await store.writeWarmList([...new Set(shown.filter(Boolean).map(hashOf))]);
  return scenes.length;
}

import { generateShop } from '@mallhive/seed';
import { compose } from '../compose.ts';
import { ConfigError, readConfig } from '../config.ts';
import { seedMedia } from './seed-media.ts';
import { seedShop } from './seed-shop.ts';

/** Fills an empty shop with the demo data. A shop that has products to find is left alone. */
async function main(): Promise<void> {
  const from = performance.now();
  const say = (text: string): void => console.log(`${((performance.now() - from) / 1000).toFixed(1)} s  ${text}`);
  const composition = compose({ ...readConfig(), logLevel: 'warn' });
  try {
    const { total } = await composition.facades.search.products({
      query: '',
      filters: {},
      inStock: false,
      onSale: false,
      sort: 'newest',
      limit: 1,
    });
    if (total > 0) {
      // The database outlives a wiped data folder: the pictures are then described again.
      if (Object.keys(await composition.mediaStore.readNames()).length === 0)
        await seedMedia(composition.mediaStore, generateShop({ now: new Date() }));
      say(`${total} products are there already`);
      return;
    }
    await seedShop({ ...composition, currency: composition.config.currency }, generateShop({ now: new Date() }), say);
  } finally {
    await composition.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});

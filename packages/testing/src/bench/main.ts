import { apiFigures } from './api-figures.ts';
import { checkoutFigures } from './checkout-figures.ts';
import { type Figure, holds, table } from './figures.ts';
import { hotProductFigures } from './hot-product-figures.ts';
import { ingestFigures } from './ingest-figures.ts';
import { lighthouseFigures } from './lighthouse-figures.ts';
import { startBenchShop } from './shop.ts';
import { webFigures } from './web-figures.ts';

const suites = {
  api: apiFigures,
  checkout: checkoutFigures,
  'hot-product': hotProductFigures,
  ingest: ingestFigures,
  web: webFigures,
  lighthouse: lighthouseFigures,
} as const;
type Suite = keyof typeof suites;

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const chosen = only ? only.split(',') : Object.keys(suites);
const unknown = chosen.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(
    `npm run bench does not know ${unknown.join(', ')}. Use npm run bench -- --only=${Object.keys(suites).join(',')}`,
  );
  process.exit(1);
}

const shop = await startBenchShop();
const figures: Figure[] = [];
try {
  for (const name of chosen as Suite[]) {
    console.log(`\nMeasuring: ${name}`);
    figures.push(...(await suites[name](shop)));
  }
} finally {
  await shop.stop();
}
console.log(`\n${table(figures)}\n`);
process.exitCode = figures.every(holds) ? 0 : 1;

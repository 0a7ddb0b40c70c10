import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import type { Figure } from './figures.ts';
import { launchOptions } from './launch-options.ts';
import type { BenchShop } from './shop.ts';

const wanted = { performance: 95, accessibility: 100, 'best-practices': 95, seo: 100 } as const;

/** Lighthouse, mobile, of home and a product page. */
export async function lighthouseFigures(shop: BenchShop): Promise<Figure[]> {
  const listed = await fetch(`${shop.api}/api/trpc/catalog.products?input=${encodeURIComponent('{"limit":1}')}`);
  const { result } = (await listed.json()) as { result: { data: { items: { slug: string }[] } } };
  const port = Number(new URL(shop.shell).port) + 40;
  const figures: Figure[] = [];
  for (const path of ['/', `/p/${result.data.items[0]?.slug}`]) {
    const browser = await chromium.launch(launchOptions([`--remote-debugging-port=${port}`]));
    try {
      const report = (await lighthouse(shop.shell + path, { port, output: 'json', logLevel: 'error' }))?.lhr;
      if (!report) throw new Error(`Lighthouse gave no report of ${path}`);
      const page = path === '/' ? 'home' : 'product page';
      for (const [category, least] of Object.entries(wanted)) {
        const score = report.categories[category]?.score;
        if (typeof score !== 'number') throw new Error(`Lighthouse gave no ${category} of ${path}`);
        figures.push({
          name: `Lighthouse mobile, ${page}, ${category}`,
          value: Math.round(score * 100),
          unit: '',
          reference: null,
          target: { atLeast: least },
        });
        const lost = (report.categories[category]?.auditRefs ?? []).filter(
          ({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 0.9,
        );
        for (const { id } of lost)
          console.log(`  ${page}, ${category}: ${id} ${report.audits[id]?.displayValue ?? ''}`);
      }
      const shift = report.audits['cumulative-layout-shift']?.numericValue ?? Number.POSITIVE_INFINITY;
      figures.push({
        name: `Layout shift, ${page}`,
        value: shift,
        unit: '',
        reference: null,
        target: { atMost: 0.02 },
      });
    } finally {
      await browser.close();
    }
  }
  return figures;
}

import type { z } from 'zod';
import type { recommendInput, recommendOutput } from './contract.ts';
import type { Database } from './database.repository.ts';
import { findAlsoBought, findByIds, findSimilar, findTrending, type Recommended } from './recommend.repository.ts';
import { withBadges } from './search-products.ts';

type Output = z.infer<typeof recommendOutput>;

/** Fewer than this would look like a mistake on the page. */
const shortestRail = 4;
const rail = (rows: Recommended[], reason: string): Output => ({ items: rows.map(withBadges), reason });

/** A rail for a page. What orders do not know yet is filled with similar products; empty when there is nothing sensible. */
export async function recommend(db: Database, input: z.output<typeof recommendInput>): Promise<Output> {
  const { kind, limit, productId } = input;
  const productIds = [...(productId ? [productId] : []), ...(input.productIds ?? [])];
  switch (kind) {
    case 'trending':
      return rail(await findTrending(db, limit), 'Popular right now');
    case 'recently-viewed':
      return rail(await findByIds(db, productIds, limit), 'You looked at');
    case 'similar': {
      const [first] = productIds;
      return rail(first ? await findSimilar(db, first, [], limit) : [], 'Similar products');
    }
    case 'also-bought': {
      const [first] = productIds;
      if (!first) return rail([], 'Often bought together');
      const bought = await findAlsoBought(db, productIds, limit);
      if (bought.length >= shortestRail) return rail(bought, 'Often bought together');
      const known = [...productIds, ...bought.map(({ card }) => card.id)];
      const more = await findSimilar(db, first, known, limit - bought.length);
      return rail([...bought, ...more], 'Goes well with this');
    }
  }
}

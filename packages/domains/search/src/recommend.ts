import { defaultLocale } from '@mallhive/kernel';
import type { z } from 'zod';
import type { recommendInput, recommendOutput } from './contract.ts';
import type { Database } from './database.repository.ts';
import type { FoundCard } from './engine.ts';
import { toHit } from './hit.ts';
import type { SearchPorts } from './ports.ts';
import { findAlsoBought, findByIds, findSimilar, findTrending } from './recommend.repository.ts';

type Output = z.infer<typeof recommendOutput>;

/** Fewer than this would look like a mistake on the page. */
const shortestRail = 4;

/** A rail for a page. What orders do not know yet is filled with similar products; empty when there is nothing sensible. */
export async function recommend(
  db: Database,
  ports: SearchPorts,
  input: z.output<typeof recommendInput>,
): Promise<Output> {
  const { kind, limit, productId } = input;
  const audience = { locale: input.locale ?? defaultLocale, currency: input.currency ?? ports.currency };
  const rail = (rows: FoundCard[], reason: string): Output => ({
    items: rows.map((row) => toHit(row, audience.currency)),
    reason,
  });
  const productIds = [...(productId ? [productId] : []), ...(input.productIds ?? [])];
  switch (kind) {
    case 'trending':
      return rail(await findTrending(db, audience, limit), 'Popular right now');
    case 'recently-viewed':
      return rail(await findByIds(db, audience, productIds, limit), 'You looked at');
    case 'similar': {
      const [first] = productIds;
      return rail(first ? await findSimilar(db, audience, first, [], limit) : [], 'Similar products');
    }
    case 'also-bought': {
      const [first] = productIds;
      if (!first) return rail([], 'Often bought together');
      const bought = await findAlsoBought(db, audience, productIds, limit);
      if (bought.length >= shortestRail) return rail(bought, 'Often bought together');
      const known = [...productIds, ...bought.map(({ card }) => card.id)];
      const more = await findSimilar(db, audience, first, known, limit - bought.length);
      return rail([...bought, ...more], 'Goes well with this');
    }
  }
}

import type { ProductOwners } from '../ports.ts';

/** A product hardly ever changes hands; an unknown id is asked again after the same time. */
const keptMs = 10 * 60_000;
const most = 50_000;

/** Remembers owners, so that the stream of views does not become a stream of questions to the catalog. */
export function rememberOwners(owners: ProductOwners, now: () => number): ProductOwners {
  const known = new Map<string, { sellerId: string | null; until: number }>();
  return {
    sellersOfProducts: async (productIds) => {
      const time = now();
      const missing = productIds.filter((id) => (known.get(id)?.until ?? 0) <= time);
      if (missing.length > 0) {
        const found = await owners.sellersOfProducts(missing);
        if (known.size + missing.length > most) known.clear();
        for (const id of missing) known.set(id, { sellerId: found.get(id) ?? null, until: time + keptMs });
        // Whoever was thrown out with the rest is asked for once more.
        const again = productIds.filter((id) => !known.has(id));
        if (again.length > 0) {
          const rest = await owners.sellersOfProducts(again);
          for (const id of again) known.set(id, { sellerId: rest.get(id) ?? null, until: time + keptMs });
        }
      }
      return new Map(
        productIds.flatMap((id) => (known.get(id)?.sellerId ? [[id, known.get(id)?.sellerId ?? '']] : [])),
      );
    },
  };
}

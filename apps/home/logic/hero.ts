import type { HomeData, ProductCardData } from '../types.ts';

const most = 5;

/**
 * Products of the opening picture: they have a picture and can be bought, no two of one seller while there are others,
 * the best rated first.
 */
export function heroPicks(home: Pick<HomeData, 'topRated' | 'newArrivals' | 'deals'>): ProductCardData[] {
  const seen = new Set<string>();
  const candidates = [...home.topRated, ...home.newArrivals, ...home.deals].filter((product) => {
    if (seen.has(product.id) || !product.image || !product.available) return false;
    seen.add(product.id);
    return true;
  });
  const sellers = new Set<string>();
  const varied = candidates.filter((product) => !sellers.has(product.seller.id) && sellers.add(product.seller.id));
  const rest = candidates.filter((product) => !varied.includes(product));
  return [...varied, ...rest].slice(0, most);
}

import type { productChanged } from '@mallhive/catalog/events';
import type { z } from 'zod';

type Change = z.output<typeof productChanged.schema>;

/** Every page of the shop that shows one of these products: its own, under both slugs, its categories, its seller, home and sale. */
export function changedPages(changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const paths = new Set<string>();
  for (const { slug, previousSlug, categoryPaths, sellerSlug } of changes) {
    paths.add(`/p/${slug}`);
    if (previousSlug) paths.add(`/p/${previousSlug}`);
    for (const path of categoryPaths) paths.add(`/c/${path}`);
    if (sellerSlug) paths.add(`/s/${sellerSlug}`);
  }
  return [...paths, '/', '/sale'];
}

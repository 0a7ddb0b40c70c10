import type { productChanged } from '@mallhive/catalog/events';
import type { z } from 'zod';

type Change = z.output<typeof productChanged.schema>;

/** More new products than this at once are an import: making every list anew for each batch of it would keep the shell busy for minutes. */
const importSize = 20;

/**
 * Every page of the shop that shows one of these products: its own, under both slugs, its categories, its seller, home and sale.
 * A new product has no page of its own yet; lists follow an import at their ordinary interval.
 */
export function changedPages(changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const isImport = changes.filter(({ created }) => created).length > importSize;
  const paths = new Set<string>();
  for (const { slug, previousSlug, categoryPaths, sellerSlug, created } of changes) {
    if (created && isImport) continue;
    if (!created) paths.add(`/p/${slug}`);
    if (previousSlug) paths.add(`/p/${previousSlug}`);
    for (const path of categoryPaths) paths.add(`/c/${path}`);
    if (sellerSlug) paths.add(`/s/${sellerSlug}`);
  }
  return [...paths, '/', '/sale'];
}

import type { Locale } from '@mallhive/kernel';
import { readCategories } from './browse.repository.ts';
import type { Category } from './contract.ts';
import type { Database } from './database.repository.ts';

/** The whole tree, depth first: each parent, then its children by position. */
export async function listCategories(db: Database, locale: Locale): Promise<{ categories: Category[] }> {
  const rows = await readCategories(db, locale);
  const children = Map.groupBy(rows, (category) => category.parentId);
  const walk = (parent: string | null): Category[] =>
    (children.get(parent) ?? []).flatMap((category) => [category, ...walk(category.id)]);
  return { categories: walk(null) };
}

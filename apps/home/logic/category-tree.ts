import type { Category } from '../types.ts';

export type CategoryPlace = {
  category: Category;
  /** From the root, without the category itself. */
  ancestors: Category[];
  children: Category[];
};

/** Where a category stands in the flat tree; null when there is none at that path. */
export function placeOf(categories: Category[], path: string): CategoryPlace | null {
  const category = categories.find((entry) => entry.path === path);
  if (!category) return null;
  const byId = new Map(categories.map((entry) => [entry.id, entry]));
  const ancestors: Category[] = [];
  let parent = category.parentId ? byId.get(category.parentId) : undefined;
  while (parent) {
    ancestors.unshift(parent);
    parent = parent.parentId ? byId.get(parent.parentId) : undefined;
  }
  return { category, ancestors, children: categories.filter((entry) => entry.parentId === category.id) };
}

export function rootsOf(categories: Category[]): Category[] {
  return categories.filter((entry) => entry.parentId === null);
}

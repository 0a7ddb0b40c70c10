interface Node {
  id: string;
  parentId: string | null;
  position: number;
}

export interface TreeRow<Category> {
  category: Category;
  /** 0 at the top. */
  depth: number;
  /** Among its siblings. */
  place: number;
  siblings: number;
}

/** Depth first, as a page lists a tree. */
export function treeRows<Category extends Node>(categories: readonly Category[]): TreeRow<Category>[] {
  const children = new Map<string | null, Category[]>();
  for (const category of categories) {
    const list = children.get(category.parentId) ?? [];
    list.push(category);
    children.set(category.parentId, list);
  }
  const rows = (parentId: string | null, depth: number): TreeRow<Category>[] => {
    const list = (children.get(parentId) ?? []).toSorted((one, other) => one.position - other.position);
    return list.flatMap((category, place) => [
      { category, depth, place, siblings: list.length },
      ...rows(category.id, depth + 1),
    ]);
  };
  return rows(null, 0);
}

export interface Move {
  categoryId: string;
  parentId: string | null;
  /** Among the new siblings without itself. */
  position: number;
}

/** What an arrow key on the handle does; null when there is nowhere to go. */
export function keyMove<Category extends Node>(
  rows: readonly TreeRow<Category>[],
  id: string,
  key: string,
): Move | null {
  const row = rows.find(({ category }) => category.id === id);
  if (!row) return null;
  const { parentId } = row.category;
  const siblings = rows.filter(({ category }) => category.parentId === parentId);
  if (key === 'ArrowUp') return row.place > 0 ? { categoryId: id, parentId, position: row.place - 1 } : null;
  if (key === 'ArrowDown') {
    return row.place < row.siblings - 1 ? { categoryId: id, parentId, position: row.place + 1 } : null;
  }
  if (key === 'ArrowRight') {
    const above = siblings[row.place - 1];
    if (!above) return null;
    const inside = rows.filter(({ category }) => category.parentId === above.category.id).length;
    return { categoryId: id, parentId: above.category.id, position: inside };
  }
  if (key === 'ArrowLeft' && parentId) {
    const parent = rows.find(({ category }) => category.id === parentId);
    return parent ? { categoryId: id, parentId: parent.category.parentId, position: parent.place + 1 } : null;
  }
  return null;
}

/** Where a drop on a row leads: its upper quarter before it, its lower quarter behind it, else into it. Null inside itself. */
export function dropMove<Category extends Node>(
  rows: readonly TreeRow<Category>[],
  id: string,
  onId: string,
  where: 'before' | 'inside' | 'after',
): Move | null {
  const target = rows.find(({ category }) => category.id === onId);
  if (!target || id === onId) return null;
  for (let parent = target.category.parentId; parent; ) {
    if (parent === id) return null;
    const up = parent;
    parent = rows.find(({ category }) => category.id === up)?.category.parentId ?? null;
  }
  if (where === 'inside') {
    const inside = rows.filter(({ category }) => category.parentId === onId && category.id !== id).length;
    return { categoryId: id, parentId: onId, position: inside };
  }
  const siblings = rows
    .filter(({ category }) => category.parentId === target.category.parentId && category.id !== id)
    .map(({ category }) => category.id);
  const place = siblings.indexOf(onId);
  return { categoryId: id, parentId: target.category.parentId, position: where === 'before' ? place : place + 1 };
}

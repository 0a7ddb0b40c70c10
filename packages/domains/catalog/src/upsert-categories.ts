import { newId } from '@mallhive/kernel';
import { z } from 'zod';
import { saveCategories } from './category.repository.ts';
import { parentPath } from './category-path.ts';
import { type CategoryDraft, categoryDraftSchema } from './contract.ts';
import type { Database } from './database.repository.ts';
import { categoryParentUnknown } from './errors.ts';

/** For seed and import. Idempotent by path; answers the id of each. Parents exist or are among the drafts. */
export async function upsertCategories(db: Database, drafts: readonly CategoryDraft[]): Promise<Map<string, string>> {
  const parsed = z.array(categoryDraftSchema).parse(drafts);
  if (parsed.length === 0) return new Map();
  const mentioned = new Set(parsed.flatMap(({ path }) => [path, parentPath(path)].filter((part) => part !== null)));
  const saved = await saveCategories(db, [...mentioned], (existing) => {
    const ids = new Map(existing);
    for (const { path } of parsed) if (!ids.has(path)) ids.set(path, newId());
    const orphans = parsed.filter(({ path }) => {
      const parent = parentPath(path);
      return parent !== null && !ids.has(parent);
    });
    if (orphans.length > 0) throw categoryParentUnknown(orphans.map(({ path }) => path));
    return parsed.map((draft) => {
      const parent = parentPath(draft.path);
      return {
        ...draft,
        id: ids.get(draft.path) ?? newId(),
        parentId: parent === null ? null : (ids.get(parent) ?? null),
        slug: draft.path.slice(draft.path.lastIndexOf('/') + 1),
      };
    });
  });
  return new Map(saved.map(({ id, path }) => [path, id]));
}

import { type Database, statement, withSqlTransaction } from '@mallhive/db';

const lock = statement('catalog.lock-categories', `select pg_advisory_xact_lock(hashtext('catalog.categories'))`);
const idsByPath = statement(
  'catalog.category-ids',
  'select id, path from catalog.categories where path = any ($1::text[])',
);
const upsert = statement(
  'catalog.upsert-categories',
  `insert into catalog.categories (id, parent_id, slug, name, path, description, position, image, translations)
   select x.id, x."parentId", x.slug, x.name, x.path, x.description, x.position, x.image, x.translations
   from json_to_recordset($1::json) as x (id uuid, "parentId" uuid, slug text, name text, path text, description text, position int, image json, translations jsonb)
   on conflict (path) do update set name = excluded.name, description = excluded.description, position = excluded.position, image = excluded.image,
     translations = excluded.translations`,
);

export interface CategoryRow {
  id: string;
  parentId: string | null;
  slug: string;
  name: string;
  path: string;
  description: string;
  position: number;
  image: unknown;
  translations: unknown;
}

export async function categoryIds(db: Database, paths: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.sql.many<{ id: string; path: string }>(idsByPath, [paths]);
  return new Map(rows.map(({ id, path }) => [path, id]));
}

/** `make` gets the ids that exist and returns the rows to store; nobody else writes categories meanwhile. */
export function saveCategories(
  db: Database,
  paths: readonly string[],
  make: (existing: ReadonlyMap<string, string>) => CategoryRow[],
): Promise<CategoryRow[]> {
  return withSqlTransaction(db, async (tx) => {
    await tx.sql.many(lock);
    const known = await tx.sql.many<{ id: string; path: string }>(idsByPath, [paths]);
    const rows = make(new Map(known.map(({ id, path }) => [path, id])));
    await tx.sql.execute(upsert, [JSON.stringify(rows)]);
    return rows;
  });
}

import {
  appendAudit,
  appendEvents,
  type Database,
  type SqlTransaction,
  statement,
  withSqlTransaction,
} from '@mallhive/db';
import type { AuditEntry } from '@mallhive/kernel';
import type { AdminCategory } from '../contract.ts';
import { categoryChanged } from '../events.ts';

const tree = statement(
  'catalog.admin-categories',
  `select json_build_object('id', g.id, 'parentId', g.parent_id, 'slug', g.slug, 'name', g.name, 'path', g.path, 'description', g.description,
     'image', g.image, 'position', g.position, 'active', g.active, 'translations', g.translations, 'taxClass', g.tax_class, 'productCount', coalesce(n.products, 0)) as category
   from catalog.categories g
   left join (select path, count(*)::int as products from catalog.product_cards, unnest(category_paths) as path group by path) n on n.path = g.path
   order by array_length(string_to_array(g.path, '/'), 1), g.position, g.name`,
);
const lock = statement('catalog.lock-tree', `select pg_advisory_xact_lock(hashtext('catalog.categories'))`);
const all = statement(
  'catalog.tree-nodes',
  `select id, parent_id as "parentId", slug, name, path, description, image, position, active, translations, tax_class as "taxClass" from catalog.categories order by position, name, id`,
);
const insert = statement(
  'catalog.insert-category',
  `insert into catalog.categories (id, parent_id, slug, name, path, description, image, position, translations, tax_class)
   select x.id, x."parentId", x.slug, x.name, x.path, x.description, x.image, x.position, x.translations, x."taxClass"
   from json_to_record($1::json) as x (id uuid, "parentId" uuid, slug text, name text, path text, description text, image json, position int, translations jsonb, "taxClass" text)`,
);
const update = statement(
  'catalog.update-category',
  `update catalog.categories g set name = x.name, description = x.description, image = x.image, translations = x.translations, active = x.active
   from json_to_record($1::json) as x (id uuid, name text, description text, image json, translations jsonb, active boolean) where g.id = x.id`,
);
const classify = statement(
  'catalog.classify-categories',
  'update catalog.categories set tax_class = $2 where id = any ($1::uuid[])',
);
/** Several at once: a path that one gives up may be another's new one, so all are moved away first. */
const park = statement(
  'catalog.park-categories',
  `update catalog.categories set path = 'x-' || replace(id::text, '-', '') where id = any ($1::uuid[])`,
);
const place = statement(
  'catalog.place-categories',
  `update catalog.categories g set parent_id = x."parentId", slug = x.slug, path = x.path, position = x.position
   from json_to_recordset($1::json) as x (id uuid, "parentId" uuid, slug text, path text, position int) where g.id = x.id`,
);
/** An address that is used again is nobody's old one. */
const redirects = statement(
  'catalog.keep-category-paths',
  `with gone as (delete from catalog.category_redirects where path in (select path from catalog.categories))
   insert into catalog.category_redirects (path, category_id)
   select path, id from json_to_recordset($1::json) as x (id uuid, path text)
   where path not in (select path from catalog.categories)
   on conflict (path) do update set category_id = excluded.category_id, created_at = now()`,
);
/** Lists follow at once; the cards, the index and the pages with the next run of the job that this makes due. */
const touch = statement(
  'catalog.touch-category-products',
  `update catalog.product_cards c set category_paths = catalog.path_with_ancestors(g.path), refresh_at = $2
   from catalog.products p join catalog.categories g on g.id = p.category_id
   where c.product_id = p.id and p.category_id = any ($1::uuid[])`,
);
const absorb = statement(
  'catalog.absorb-category',
  `with products as (update catalog.products set category_id = $2 where category_id = $1),
     attributes as (update catalog.category_attributes set category_id = $2, position = position + 1000 where category_id = $1)
   update catalog.category_redirects set category_id = $2 where category_id = $1`,
);
const remove = statement('catalog.delete-category', 'delete from catalog.categories where id = $1');

export type Node = Omit<AdminCategory, 'productCount'>;

/** The tree while nobody else changes it. */
export interface TreeEditor {
  nodes: Node[];
  insert(node: Node): Promise<void>;
  update(node: Node): Promise<void>;
  classify(ids: readonly string[], taxClass: string): Promise<void>;
  /** Nodes with their new parent, slug, path and position. */
  place(nodes: readonly Node[]): Promise<void>;
  /** Products and attributes go to the other, and what led here leads there. */
  absorb(id: string, intoId: string): Promise<void>;
  /** Before and after: `done` also makes cards due, keeps old addresses and tells of it. */
  done(change: {
    at: Date;
    audit: AuditEntry;
    touchedIds: readonly string[];
    oldPaths: readonly { id: string; path: string }[];
  }): Promise<void>;
}

export async function readTree(db: Database): Promise<AdminCategory[]> {
  const rows = await db.sql.many<{ category: AdminCategory }>(tree);
  return rows.map(({ category }) => category);
}

export function editTree(db: Database, work: (editor: TreeEditor) => Promise<void>): Promise<void> {
  return withSqlTransaction(db, async (tx: SqlTransaction) => {
    await tx.sql.many(lock);
    const nodes = await tx.sql.many<Node>(all);
    await work({
      nodes,
      insert: async (node) => {
        await tx.sql.execute(insert, [JSON.stringify(node)]);
      },
      update: async (node) => {
        await tx.sql.execute(update, [JSON.stringify(node)]);
      },
      classify: async (ids, taxClass) => {
        await tx.sql.execute(classify, [ids, taxClass]);
      },
      place: async (placed) => {
        await tx.sql.execute(park, [placed.map(({ id }) => id)]);
        await tx.sql.execute(place, [JSON.stringify(placed)]);
      },
      absorb: async (id, intoId) => {
        await tx.sql.execute(absorb, [id, intoId]);
        await tx.sql.execute(remove, [id]);
      },
      done: async ({ at, audit, touchedIds, oldPaths }) => {
        if (touchedIds.length > 0) await tx.sql.execute(touch, [touchedIds, at]);
        await tx.sql.execute(redirects, [JSON.stringify(oldPaths)]);
        await appendAudit(tx, 'catalog', [audit]);
        const now = await tx.sql.many<Node>(all);
        const paths = now.filter(({ id }) => touchedIds.includes(id)).map(({ path }) => path);
        const previousPaths = oldPaths.map(({ path }) => path);
        const event = { categoryId: audit.objectId, paths, previousPaths };
        await appendEvents(tx, 'catalog', [categoryChanged.create(event, at)]);
      },
    });
  });
}

const redirect = statement(
  'catalog.category-redirect',
  `select g.path from catalog.category_redirects r join catalog.categories g on g.id = r.category_id where r.path = $1 and g.active
     and not exists (select 1 from catalog.categories c where c.path = $1 and c.active)`,
);
export async function findRedirect(db: Database, path: string): Promise<string | null> {
  return (await db.sql.maybe<{ path: string }>(redirect, [path]))?.path ?? null;
}

import { appendAudit, appendEvents, type Database, statement, withSqlTransaction } from '@mallhive/db';
import type { AuditEntry } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Attribute, adminAttributeSchema } from '../contract.ts';
import { categoryChanged } from '../events.ts';

export type AdminAttribute = z.output<typeof adminAttributeSchema>;

const inherited = statement(
  'catalog.category-attributes',
  `select json_build_object('id', a.id, 'categoryId', a.category_id, 'name', coalesce(nullif(a.translations -> $2 ->> 'name', ''), a.name),
     'type', a.type, 'unit', a.unit, 'required', a.required, 'filterable', a.filterable, 'choices', (
       select coalesce(json_agg(json_build_object('value', c ->> 'value', 'label',
         coalesce(nullif(a.translations -> $2 -> 'choices' ->> (c ->> 'value'), ''), c ->> 'label')) order by place), '[]')
       from jsonb_array_elements(a.choices) with ordinality as x (c, place))) as attribute
   from catalog.categories own
   join catalog.categories g on own.path = g.path or own.path like g.path || '/%'
   join catalog.category_attributes a on a.category_id = g.id
   where own.id = $1 order by length(g.path), a.position`,
);
const known = statement('catalog.category-known', 'select path from catalog.categories where id = $1');
const own = statement(
  'catalog.own-attributes',
  `select id, name, type, unit, choices, required, filterable, translations from catalog.category_attributes where category_id = $1 order by position`,
);
const lock = statement('catalog.lock-category', 'select path from catalog.categories where id = $1 for update');
const used = statement(
  'catalog.used-attributes',
  `select a.id from catalog.category_attributes a where a.category_id = $1 and exists (
     select 1 from catalog.products p join catalog.categories g on g.id = p.category_id
     where (g.path = $2 or g.path like $2 || '/%') and p.attribute_values ? a.id::text)`,
);
const save = statement(
  'catalog.save-attributes',
  `with incoming as (
     select * from json_to_recordset($2::json) as x (id uuid, name text, type text, unit text, choices jsonb, required boolean,
       filterable boolean, translations jsonb, position int)
   ), gone as (
     delete from catalog.category_attributes where category_id = $1 and id not in (select id from incoming)
   )
   insert into catalog.category_attributes (id, category_id, name, type, unit, choices, required, filterable, translations, position)
   select id, $1, name, type, unit, choices, required, filterable, translations, position from incoming
   on conflict (id) do update set name = excluded.name, type = excluded.type, unit = excluded.unit, choices = excluded.choices,
     required = excluded.required, filterable = excluded.filterable, translations = excluded.translations, position = excluded.position`,
);
const touch = statement(
  'catalog.touch-attribute-products',
  `update catalog.product_cards c set refresh_at = $2 from catalog.products p join catalog.categories g on g.id = p.category_id
   where c.product_id = p.id and (g.path = $1 or g.path like $1 || '/%')`,
);

/** Of the category and its ancestors, root first; null when there is no such category. */
export async function readInherited(db: Database, categoryId: string, locale: string): Promise<Attribute[] | null> {
  const rows = await db.sql.many<{ attribute: Attribute }>(inherited, [categoryId, locale]);
  if (rows.length === 0 && !(await db.sql.maybe(known, [categoryId]))) return null;
  return rows.map(({ attribute }) => attribute);
}

/** Null when there is no such category. */
export async function readOwnAttributes(db: Database, categoryId: string): Promise<AdminAttribute[] | null> {
  if (!(await db.sql.maybe(known, [categoryId]))) return null;
  return db.sql.many<AdminAttribute>(own, [categoryId]);
}

export interface AttributesEdit {
  categoryId: string;
  at: Date;
  /** Gets what is stored and the ids that products use; answers the list to store. Null: there is no such category. */
  decide(
    stored: AdminAttribute[] | null,
    usedIds: ReadonlySet<string>,
  ): { attributes: AdminAttribute[]; audit: AuditEntry };
}

export function editAttributes(db: Database, { categoryId, at, decide }: AttributesEdit): Promise<void> {
  return withSqlTransaction(db, async (tx) => {
    const category = await tx.sql.maybe<{ path: string }>(lock, [categoryId]);
    const stored = category ? await tx.sql.many<AdminAttribute>(own, [categoryId]) : null;
    const usedRows = category ? await tx.sql.many<{ id: string }>(used, [categoryId, category.path]) : [];
    const { attributes, audit } = decide(stored, new Set(usedRows.map(({ id }) => id)));
    const rows = attributes.map((attribute, position) => ({ ...attribute, position }));
    await tx.sql.execute(save, [categoryId, JSON.stringify(rows)]);
    await tx.sql.execute(touch, [category?.path ?? '', at]);
    await appendAudit(tx, 'catalog', [audit]);
    const event = { categoryId, paths: [category?.path ?? ''], previousPaths: [] };
    await appendEvents(tx, 'catalog', [categoryChanged.create(event, at)]);
  });
}

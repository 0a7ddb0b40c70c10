import { newId } from '@mallhive/kernel';
import type { z } from 'zod';
import { type Actor, asAdministrator, assertAdministrator } from '../actor.ts';
import type * as contract from '../contract.ts';
import type { AdminCategory } from '../contract.ts';
import type { Database } from '../database.repository.ts';
import { slugOf } from '../editor/slug.ts';
import { categoryCycle, categoryNotFound, categoryPathTaken, categoryTooDeep } from '../errors.ts';
import type { CatalogPorts } from '../ports.ts';
import { editTree, type Node, readTree, type TreeEditor } from './tree.repository.ts';

const deepest = 5;

type Answer = Promise<{ categories: AdminCategory[] }>;

/** All, depth first: each parent, then its children by position. */
export async function adminCategories(db: Database, actor: Actor): Answer {
  assertAdministrator(actor);
  const children = Map.groupBy(await readTree(db), ({ parentId }) => parentId);
  const walk = (parent: string | null): AdminCategory[] =>
    (children.get(parent) ?? []).flatMap((category) => [category, ...walk(category.id)]);
  return { categories: walk(null) };
}

function find(nodes: readonly Node[], id: string): Node {
  const node = nodes.find((candidate) => candidate.id === id);
  if (!node) throw categoryNotFound();
  return node;
}

const childrenOf = (nodes: readonly Node[], parentId: string | null) =>
  nodes.filter((node) => node.parentId === parentId);
/** The node and everything below it, parents first. */
const subtree = (nodes: readonly Node[], root: Node): Node[] => [
  root,
  ...childrenOf(nodes, root.id).flatMap((child) => subtree(nodes, child)),
];
const join = (parent: Node | null, slug: string) => (parent ? `${parent.path}/${slug}` : slug);
const levels = (path: string) => path.split('/').length;

/** The subtree as it is under another parent or slug; its paths follow. */
function moved(nodes: readonly Node[], root: Node, parent: Node | null, slug: string): Node[] {
  const under = (node: Node, path: string): Node[] => [
    { ...node, path },
    ...childrenOf(nodes, node.id).flatMap((child) => under(child, `${path}/${child.slug}`)),
  ];
  const [top, ...rest] = under({ ...root, parentId: parent?.id ?? null, slug }, join(parent, slug));
  return top ? [top, ...rest] : [];
}

function assertRoom(nodes: readonly Node[], placed: readonly Node[]): void {
  if (placed.some(({ path }) => levels(path) > deepest)) throw categoryTooDeep();
  const moving = new Set(placed.map(({ id }) => id));
  const taken = new Set(nodes.filter(({ id }) => !moving.has(id)).map(({ path }) => path));
  const clash = placed.find(({ path }) => taken.has(path));
  if (clash) throw categoryPathTaken(clash.path);
}

/** One change of the tree by an administrator, with its audit entry; answers the tree as it is then. */
async function change(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  work: (
    editor: TreeEditor,
    finish: (what: {
      action: string;
      id: string;
      before: Node | null;
      after: Node | null;
      touched: Node[];
      old: Node[];
    }) => Promise<void>,
  ) => Promise<void>,
): Answer {
  assertAdministrator(actor);
  const at = ports.clock.now();
  await editTree(db, (editor) =>
    work(editor, ({ action, id, before, after, touched, old }) => {
      const fields = ['name', 'path', 'description', 'active', 'position', 'translations', 'taxClass'] as const;
      const changes = Object.fromEntries(
        fields
          .filter((field) => JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]))
          .map((field) => [field, [before?.[field] ?? null, after?.[field] ?? null] as const]),
      );
      const audit = {
        actor: asAdministrator(actor),
        sellerId: null,
        action,
        objectType: 'category',
        objectId: id,
        changes,
        at,
      };
      const oldPaths = old.map(({ id: nodeId, path }) => ({ id: nodeId, path }));
      return editor.done({ at, audit, touchedIds: touched.map((node) => node.id), oldPaths });
    }),
  );
  return adminCategories(db, actor);
}

export function createCategory(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  input: z.output<typeof contract.createCategoryInput>,
): Answer {
  return change(db, ports, actor, async (editor, finish) => {
    const parent = input.parentId ? find(editor.nodes, input.parentId) : null;
    const slug = input.slug ?? slugOf(input.name);
    const siblings = childrenOf(editor.nodes, input.parentId);
    const position = Math.max(-1, ...siblings.map((node) => node.position)) + 1;
    const node: Node = {
      ...input,
      id: newId(),
      slug,
      path: join(parent, slug),
      position,
      active: true,
      taxClass: parent?.taxClass ?? 'standard',
    };
    assertRoom(editor.nodes, [node]);
    await editor.insert(node);
    await finish({ action: 'category.create', id: node.id, before: null, after: node, touched: [node], old: [] });
  });
}

export function updateCategory(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  input: z.output<typeof contract.updateCategoryInput>,
): Answer {
  return change(db, ports, actor, async (editor, finish) => {
    const node = find(editor.nodes, input.categoryId);
    const { categoryId: _, slug = node.slug, ...fields } = input;
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    const after: Node = { ...node, ...given };
    const old = subtree(editor.nodes, node);
    if (slug !== node.slug) {
      const parent = node.parentId ? find(editor.nodes, node.parentId) : null;
      const placed = moved(editor.nodes, node, parent, slug);
      assertRoom(editor.nodes, placed);
      await editor.place(placed);
      after.slug = slug;
      after.path = placed[0]?.path ?? node.path;
    }
    await editor.update(after);
    const renamed = slug !== node.slug ? old : [];
    await finish({ action: 'category.update', id: node.id, before: node, after, touched: old, old: renamed });
  });
}

/** How products are taxed. A new category begins with its parent's class. */
export function setTaxClass(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  { categoryId, taxClass, below }: z.output<typeof contract.setTaxClassInput>,
): Answer {
  return change(db, ports, actor, async (editor, finish) => {
    const node = find(editor.nodes, categoryId);
    const changed = below ? subtree(editor.nodes, node) : [node];
    await editor.classify(
      changed.map(({ id }) => id),
      taxClass,
    );
    const after = { ...node, taxClass };
    await finish({ action: 'category.tax-class', id: node.id, before: node, after, touched: [], old: [] });
  });
}

export function moveCategory(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  input: z.output<typeof contract.moveCategoryInput>,
): Answer {
  return change(db, ports, actor, async (editor, finish) => {
    const node = find(editor.nodes, input.categoryId);
    const parent = input.parentId ? find(editor.nodes, input.parentId) : null;
    const old = subtree(editor.nodes, node);
    if (parent && old.some(({ id }) => id === parent.id)) throw categoryCycle();
    const placed = moved(editor.nodes, node, parent, node.slug);
    assertRoom(editor.nodes, placed);
    const siblings = childrenOf(editor.nodes, input.parentId).filter(({ id }) => id !== node.id);
    const [top, ...below] = placed;
    if (!top) return;
    const order = siblings.toSpliced(Math.min(input.position, siblings.length), 0, top);
    const positioned = order.map((sibling, position) => ({ ...sibling, position }));
    await editor.place([...positioned, ...below]);
    const elsewhere = top.path !== node.path;
    const after = positioned.find(({ id }) => id === node.id) ?? top;
    await finish({
      action: 'category.move',
      id: node.id,
      before: node,
      after,
      touched: elsewhere ? old : [],
      old: elsewhere ? old : [],
    });
  });
}

export function mergeCategory(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  input: z.output<typeof contract.mergeCategoryInput>,
): Answer {
  return change(db, ports, actor, async (editor, finish) => {
    const node = find(editor.nodes, input.categoryId);
    const into = find(editor.nodes, input.intoId);
    const old = subtree(editor.nodes, node);
    if (old.some(({ id }) => id === into.id)) throw categoryCycle();
    const last = Math.max(-1, ...childrenOf(editor.nodes, into.id).map(({ position }) => position)) + 1;
    const placed = childrenOf(editor.nodes, node.id).flatMap((child, index) =>
      moved(editor.nodes, { ...child, position: last + index }, into, child.slug),
    );
    assertRoom(
      editor.nodes.filter(({ id }) => id !== node.id),
      placed,
    );
    if (placed.length > 0) await editor.place(placed);
    await editor.absorb(node.id, into.id);
    const leads = old.map((former) => (former.id === node.id ? { ...former, id: into.id } : former));
    await finish({
      action: 'category.merge',
      id: node.id,
      before: node,
      after: into,
      touched: [into, ...placed],
      old: leads,
    });
  });
}

import { type Currency, newId } from '@mallhive/kernel';
import type { Database } from '../database.repository.ts';
import { stockCounted } from '../events.ts';
import type { CatalogPorts } from '../ports.ts';
import { openUpsert } from '../upsert.repository.ts';
import type { RowGroup } from './group-rows.ts';
import { type OpenJob, type StoredJob, withJob } from './job.repository.ts';
import { imageUrls } from './plan-images.ts';
import { type Around, type Plan, planProduct, withSiblings } from './plan-product.ts';
import { problem, type RowProblem } from './problem.ts';
import { type ProductState, readCategories, readSkuOwners, readStates } from './state.repository.ts';
import { statedStock, writeProducts } from './write-products.ts';

/** A product's lines, and what is wrong with them already before they are read. */
export interface Portion {
  groups: { group: RowGroup; problems: RowProblem[] }[];
  /** Rows before it and with it. */
  from: number;
  to: number;
}

const cellsOf = (portion: Portion, key: string): string[] => [
  ...new Set(
    portion.groups
      .flatMap(({ group }) => group.rows.map(({ cells }) => cells.get(key) ?? ''))
      .filter((cell) => cell !== ''),
  ),
];

export const imagesOf = (portion: Portion): string[] =>
  portion.groups.flatMap(({ group }) => imageUrls(group.rows[0]?.cells.get('images')));

/** In a file that goes by SKU, lines of one product become one group, so that it is written once. */
function united(portion: Portion, byHandle: Map<string, ProductState>, bySku: Map<string, ProductState>) {
  const units: { group: RowGroup; problems: RowProblem[]; current: ProductState | null }[] = [];
  const ofProduct = new Map<string, (typeof units)[number]>();
  for (const { group, problems } of portion.groups) {
    const current = group.handle
      ? (byHandle.get(group.handle) ?? null)
      : (bySku.get(group.rows[0]?.cells.get('sku') ?? '') ?? null);
    const same = current && !group.handle ? ofProduct.get(current.id) : undefined;
    if (same) {
      same.group.rows.push(...group.rows);
      same.problems.push(...problems);
      continue;
    }
    const unit = { group: { handle: group.handle, rows: [...group.rows] }, problems, current };
    units.push(unit);
    if (current) ofProduct.set(current.id, unit);
  }
  return units;
}

async function planPortion(
  open: OpenJob,
  job: StoredJob,
  portion: Portion,
  image: Around['image'],
  currency: Currency,
) {
  const { sql } = open.tx;
  const skus = cellsOf(portion, 'sku');
  const handles = [...new Set(portion.groups.map(({ group }) => group.handle).filter((handle) => handle !== ''))];
  const states = await readStates(sql, job.sellerId, handles, handles.length > 0 ? [] : skus);
  const skuOwners = await readSkuOwners(sql, job.sellerId, skus);
  const categories = await readCategories(
    sql,
    cellsOf(portion, 'category').map((path) => path.replace(/^\/|\/$/g, '')),
  );
  const byHandle = new Map(states.map((state) => [state.handle, state]));
  const bySku = new Map(
    states.flatMap((state) => state.variants.filter(({ active }) => active).map(({ sku }) => [sku, state] as const)),
  );
  return united(portion, byHandle, bySku).map(({ group, problems, current }): Plan => {
    if (problems.length > 0) return { kind: 'refused', problems: withSiblings(group, problems) };
    return planProduct(group, { currency, current, skuOwners, categories, image });
  });
}

/**
 * One portion of rows, checked or written, in one transaction with the job's progress, its errors and its events: killed
 * anywhere, either all of it happened or nothing. False when the job is no longer where the caller thinks: cancelled, or
 * another process was faster.
 */
export function importPortion(
  db: Database,
  ports: CatalogPorts,
  job: StoredJob,
  portion: Portion,
  image: Around['image'],
): Promise<boolean> {
  const writing = job.status === 'writing';
  return withJob(db, job.id, async (stored, open) => {
    const done = writing ? stored?.writtenRows : stored?.checkedRows;
    if (!stored || stored.status !== job.status || done !== portion.from) return false;
    const at = ports.clock.now();
    const actor = { kind: 'seller', userId: job.userId } as const;
    const context = { currency: ports.currency, at, moderate: true, actor, keepOthers: true };
    // Before anything is read, so that what is read stays true until it is written.
    const upsert = writing ? await openUpsert(open.tx, context) : null;
    const plans = await planPortion(open, job, portion, image, ports.currency);
    const writes = plans.filter((plan) => plan.kind === 'write');
    if (upsert) {
      await writeProducts(upsert, job.sellerId, writes);
      const levels = statedStock(job.sellerId, writes);
      const events = [];
      for (let start = 0; start < levels.length; start += 200) {
        events.push(stockCounted.create({ countId: newId(), levels: levels.slice(start, start + 200) }, at));
      }
      await open.events(events);
    }
    const refused = plans.filter((plan) => plan.kind === 'refused');
    const wrong = refused.flatMap(({ problems }) => problems);
    const warnings = writing ? writes.flatMap((plan) => plan.warnings) : [];
    await open.addProblems(job.id, [...wrong, ...warnings]);
    await open.progress(job.id, {
      rows: portion.to,
      writing,
      created: writes.filter(({ current }) => !current).length,
      updated: writes.filter(({ current }) => current).length,
      unchanged: plans.filter(({ kind }) => kind === 'same').length,
      refused: refused.length,
      errorRows: new Set(wrong.map(({ row }) => row)).size,
    });
    return true;
  });
}

/** What can only be seen from the whole file: a handle that comes back, a SKU twice. */
export function createMemory() {
  const handles = new Set<string>();
  const skus = new Set<string>();
  return (group: RowGroup): RowProblem[] => {
    const problems: RowProblem[] = [];
    const [first] = group.rows;
    if (first && group.handle !== '') {
      if (handles.has(group.handle)) problems.push(problem(first.row, 'handle_scattered', 'handle', group.handle));
      handles.add(group.handle);
    }
    for (const { row, cells } of group.rows) {
      const sku = cells.get('sku') ?? '';
      if (sku === '') continue;
      if (skus.has(sku)) problems.push(problem(row, 'sku_twice', 'sku', sku));
      skus.add(sku);
    }
    return problems;
  };
}

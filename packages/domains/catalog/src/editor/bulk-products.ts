import type { z } from 'zod';
import { type Actor, asSeller, assertEditor } from '../actor.ts';
import type { bulkProductsInput, bulkProductsOutput } from '../contract.ts';
import type { Database } from '../database.repository.ts';
import type { CatalogPorts } from '../ports.ts';
import { type BulkChange, type BulkFacts, changeMany } from './bulk.repository.ts';

type Action = z.output<typeof bulkProductsInput>['action'];
type Result = z.infer<typeof bulkProductsOutput>['results'][number];

function changeFor(action: Action): BulkChange {
  switch (action.kind) {
    case 'publish':
      return { kind: 'status', status: 'published' };
    case 'unpublish':
      return { kind: 'status', status: 'draft' };
    case 'archive':
      return { kind: 'status', status: 'archived' };
    case 'price-percent':
      return { kind: 'prices', percent: action.percent, amount: null };
    case 'price-amount':
      return { kind: 'prices', percent: null, amount: action.amount };
    default:
      return action;
  }
}

/** Why it cannot be done to this product; an empty list when it can. The codes of saveProduct. */
function* reasonsAgainst(
  change: BulkChange,
  facts: BulkFacts,
  category: { active: boolean } | null,
): Generator<string> {
  const publishing = change.kind === 'status' && change.status === 'published';
  if (publishing) {
    if (!facts.hasImage) yield 'image_missing';
    if (!facts.hasDescription) yield 'description_missing';
    if (!facts.isPriced) yield 'price_missing';
  }
  if (change.kind === 'category' && !category) yield 'category_unknown';
  if (change.kind === 'category' && category && !category.active) yield 'category_inactive';
  const staysPublic = change.kind === 'category' && facts.status === 'published';
  if ((publishing || staysPublic) && facts.lacksAttributes) yield 'attribute_required';
  if (change.kind === 'prices') {
    if (facts.lowestPrice === null) yield 'price_missing';
    else if (facts.lowestPrice + (change.amount ?? 0) < 1) yield 'price_too_low';
  }
  if (change.kind === 'tags' && new Set([...facts.tags, ...change.add]).size > 50) yield 'tags_too_many';
}

function isSo(change: BulkChange, facts: BulkFacts): boolean {
  if (change.kind === 'status') return facts.status === change.status;
  if (change.kind === 'category') return facts.categoryId === change.categoryId;
  if (change.kind === 'prices') return change.percent === 0 || change.amount === 0;
  return change.add.every((tag) => facts.tags.includes(tag)) && !change.remove.some((tag) => facts.tags.includes(tag));
}

/** The same change to up to 500 products: those it fits are changed together, of the others it says why not. */
export async function bulkProducts(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  { sellerId, productIds, action }: z.output<typeof bulkProductsInput>,
): Promise<z.infer<typeof bulkProductsOutput>> {
  assertEditor(actor, sellerId);
  const change = changeFor(action);
  const wanted = [...new Set(productIds)];
  const results = new Map<string, Result>();
  const bulk = { sellerId, productIds: wanted, change, at: ports.clock.now(), actor: asSeller(actor) };
  await changeMany(db, bulk, (known, category) => {
    results.clear();
    for (const facts of known) {
      const reasons = isSo(change, facts) ? [] : [...reasonsAgainst(change, facts, category)];
      const outcome = isSo(change, facts) ? 'unchanged' : reasons.length > 0 ? 'refused' : 'changed';
      results.set(facts.id, { productId: facts.id, outcome, reasons });
    }
    return known.map(({ id }) => id).filter((id) => results.get(id)?.outcome === 'changed');
  });
  const all = wanted.map(
    (productId): Result => results.get(productId) ?? { productId, outcome: 'refused', reasons: ['product_not_found'] },
  );
  const count = (outcome: Result['outcome']) => all.filter((result) => result.outcome === outcome).length;
  return { results: all, changed: count('changed'), refused: count('refused') };
}

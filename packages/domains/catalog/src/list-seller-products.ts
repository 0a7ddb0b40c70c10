import type { z } from 'zod';
import { type Actor, assertMember } from './actor.ts';
import type { sellerProductsInput, sellerProductsOutput } from './contract.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Database } from './database.repository.ts';
import type { CatalogPorts } from './ports.ts';
import { countSellerProducts, findCandidates, listSellerProducts, sellerOrders } from './seller-products.repository.ts';

const countedUpTo = 200;
const fewMatches = 500;
const keyPart = (value: Date | string | number) => (value instanceof Date ? value.toISOString() : value);

/** Own products, filtered and in order, with counters that do not depend on how many there are. */
export async function sellerProducts(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  input: z.output<typeof sellerProductsInput>,
): Promise<z.infer<typeof sellerProductsOutput>> {
  assertMember(actor, input.sellerId);
  const { cursor, limit, sort } = input;
  const order = `own.${sort}`;
  const query = input.query.trim();
  const candidates = query ? await findCandidates(db, input.sellerId, query, fewMatches) : null;
  const filter = {
    currency: ports.currency,
    at: ports.clock.now(),
    sellerId: input.sellerId,
    query,
    candidates,
    status: input.status,
    categoryId: input.categoryId,
    tag: input.tag,
    stock: input.stock,
    priceMissing: input.priceMissing,
    moderation: input.moderation,
    sort,
    after: cursor ? decodeCursor(order, cursor, sellerOrders[sort].form) : null,
    limit: limit + 1,
  };
  const [rows, { counts, matching }] = await Promise.all([
    listSellerProducts(db, filter),
    countSellerProducts(db, filter, countedUpTo),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const of = (bucket: string) => counts?.[bucket] ?? 0;
  const all = of('draft') + of('published') + of('archived');
  return {
    items: shown.map(({ row }) => row),
    nextCursor: rows.length > limit && last ? encodeCursor(order, [keyPart(last.key0), last.key1]) : null,
    counts: {
      all,
      draft: of('draft'),
      published: of('published'),
      archived: of('archived'),
      pending: of('pending'),
      rejected: of('rejected'),
    },
    matching: {
      count: Math.min(matching ?? all, countedUpTo),
      more: (matching ?? all) > countedUpTo,
    },
  };
}

import type { z } from 'zod';
import { type Actor, assertMember } from './actor.ts';
import type { sellerProductsInput, sellerProductsOutput } from './contract.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Database } from './database.repository.ts';
import type { CatalogPorts } from './ports.ts';
import { countSellerProducts, listSellerProducts } from './seller-products.repository.ts';

export async function sellerProducts(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  input: z.output<typeof sellerProductsInput>,
): Promise<z.infer<typeof sellerProductsOutput>> {
  assertMember(actor, input.sellerId);
  const { sellerId, query, status, limit } = input;
  const after = input.cursor ? decodeCursor('own', input.cursor, ['time', 'id']) : null;
  const [rows, counts] = await Promise.all([
    listSellerProducts(db, {
      currency: ports.currency,
      at: ports.clock.now(),
      sellerId,
      query,
      status,
      after,
      limit: limit + 1,
    }),
    countSellerProducts(db, sellerId, query),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? encodeCursor('own', [last.created_at.toISOString(), last.id]) : null;
  return { items: shown.map(({ row }) => row), nextCursor, counts };
}

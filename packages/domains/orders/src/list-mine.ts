import { money } from '@mallhive/kernel';
import type { z } from 'zod';
import type { mineInput, mineOutput } from './contract.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Deps } from './deps.ts';

export async function listMine(
  deps: Deps,
  userId: string,
  { cursor, limit }: z.output<typeof mineInput>,
): Promise<z.output<typeof mineOutput>> {
  const rows = await deps.lists.mine(userId, decodeCursor(cursor), limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    orders: page.map(({ currency, total, placedAt, ...row }) => ({
      ...row,
      placedAt: placedAt.toISOString(),
      total: money(total, currency),
    })),
    nextCursor: last && rows.length > limit ? encodeCursor(last.placedAt, last.id) : null,
  };
}

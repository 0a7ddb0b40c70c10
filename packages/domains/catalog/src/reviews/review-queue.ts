import type { z } from 'zod';
import type { reviewQueueInput, reviewQueueOutput } from '../contract-reviews.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Database } from '../database.repository.ts';
import { assertAdministrator, type Moderator } from './moderator.ts';
import { countQueue, readQueue } from './work.repository.ts';

/** What waits for a moderator, longest first; or what was hidden, newest first. */
export async function reviewQueue(
  db: Database,
  moderator: Moderator,
  { filter, cursor, limit }: z.output<typeof reviewQueueInput>,
): Promise<z.infer<typeof reviewQueueOutput>> {
  assertAdministrator(moderator);
  const order = `review-queue.${filter}`;
  const after = cursor ? decodeCursor(order, cursor, ['time', 'id']) : null;
  const [rows, counts] = await Promise.all([readQueue(db, { filter, after, limit: limit + 1 }), countQueue(db)]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ review }) => review),
    nextCursor: rows.length > limit && last ? encodeCursor(order, [last.at.toISOString(), last.id]) : null,
    counts,
  };
}

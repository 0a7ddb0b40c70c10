import { setTimeout } from 'node:timers/promises';

/** What became of each record of a call, in the same order: an error's name, or nothing. */
export type PutAnswer = readonly (string | undefined)[];

/** So often a call is repeated with the records that were not taken. */
const attempts = 6;

/**
 * AWS takes some records of a call and refuses others (a shard that is full). Only the refused ones are sent again, later
 * each time. Throws when some are still refused after that.
 */
export async function putAll<Item>(
  name: string,
  records: readonly Item[],
  put: (records: readonly Item[]) => Promise<PutAnswer>,
  pauseMs: number,
): Promise<void> {
  let left = records;
  for (let attempt = 1; ; attempt++) {
    const answer = await put(left);
    const reasons = left.map((_, index) => answer[index]);
    left = left.filter((_, index) => reasons[index] !== undefined);
    if (left.length === 0) return;
    if (attempt === attempts) {
      const reason = reasons.find((found) => found !== undefined);
      throw new Error(`${name} did not take ${left.length} of ${records.length} records: ${reason}`);
    }
    await setTimeout(pauseMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
  }
}

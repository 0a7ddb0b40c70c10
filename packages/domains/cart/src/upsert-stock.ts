import type { Deps } from './deps.ts';
import type { StockUpsert } from './stock.repository.ts';

const batchSize = 2_000;

/** For seed and import: absolute counts of many variants; a repeat changes nothing. Answers how many levels changed. */
export async function upsertStock(deps: Deps, rows: readonly StockUpsert[]): Promise<number> {
  let changed = 0;
  for (let start = 0; start < rows.length; start += batchSize) {
    changed += await deps.stock.upsert(rows.slice(start, start + batchSize), deps.clock.now());
  }
  return changed;
}

import type { Database } from './database.repository.ts';
import type { CatalogPorts } from './ports.ts';
import { saveStock } from './stock.repository.ts';

/** Up to this many units the shop says how few are left. */
const lowStockThreshold = 5;

export interface StockLevel {
  variantId: string;
  available: number;
  /** How many of them are not in stock and come later; none when it is left out. */
  backorder?: number | undefined;
  /** The day when those are expected. */
  expectedOn?: string | null | undefined;
  /** Of a bundle: what one of it consists of. */
  parts?: readonly { variantId: string; quantity: number }[] | undefined;
  version: number;
}

/** Takes over inventory's figures: absolute, the newer version wins, so a late or repeated message changes nothing. */
export async function applyStockChanged(
  db: Database,
  ports: CatalogPorts,
  levels: readonly StockLevel[],
): Promise<{ applied: number }> {
  if (levels.length === 0) return { applied: 0 };
  const rows = levels.map(({ variantId, available, backorder = 0, expectedOn = null, parts = [], version }) => ({
    id: variantId,
    available,
    backorder,
    expectedOn,
    parts,
    version,
  }));
  return saveStock(
    db,
    rows,
    ports.clock.now(),
    (before, after) => before !== after && (before <= lowStockThreshold || after <= lowStockThreshold),
  );
}

import type { Deps } from './deps.ts';
import { reservationInvalid } from './errors.ts';
import type { Lacking, ReservationLine } from './stock.repository.ts';

export interface ReserveInput {
  checkoutId: string;
  cartId: string | null;
  lines: readonly ReservationLine[];
  expiresAt: Date;
}

/** Every line or none; the same checkout again is harmless. `lacking` names what is missing. */
export async function reserveStock(
  deps: Deps,
  input: ReserveInput,
): Promise<{ ok: true } | { ok: false; lacking: Lacking[] }> {
  const distinct = new Set(input.lines.map((line) => line.variantId));
  if (distinct.size === 0 || distinct.size !== input.lines.length || input.lines.some((line) => line.quantity < 1)) {
    throw reservationInvalid();
  }
  const { outcome, lacking } = await deps.stock.reserve({ ...input, now: deps.clock.now() });
  return outcome === 'lacking' ? { ok: false, lacking } : { ok: true };
}

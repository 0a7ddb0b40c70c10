import type { Deps } from './deps.ts';
import { whenUnavailable } from './errors.ts';

const mostAtOnce = 500;

/**
 * Orders are paid: the next look starts an empty cart. Carts that cannot be reached now are closed when they can.
 * True when this call closed all of them.
 */
export async function closeCarts({ carts, closings, clock }: Deps, cartIds: readonly string[]): Promise<boolean> {
  if (cartIds.length === 0) return true;
  const closed = await carts.close(cartIds, clock.now()).catch(whenUnavailable(null));
  if (closed === null) await closings.remember(cartIds, clock.now());
  return closed === cartIds.length;
}

/** Those that could not be closed when their order was paid. Answers how many; none while carts still cannot be reached. */
export async function closeLeftOver({ carts, closings, clock }: Deps): Promise<number> {
  const cartIds = await closings.list(mostAtOnce);
  if (cartIds.length === 0) return 0;
  const closed = await carts.close(cartIds, clock.now()).catch(whenUnavailable(null));
  return closed === null ? 0 : closings.done(cartIds);
}

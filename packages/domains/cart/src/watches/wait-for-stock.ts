import type { z } from 'zod';
import { audienceOf, readVariants } from '../deps.ts';
import { variantUnavailable } from '../errors.ts';
import type {
  stopWaitingInput,
  stopWaitingOutput,
  waitForStockInput,
  waitForStockOutput,
  waitsInput,
  waitsOutput,
} from './contract.ts';
import type { WatchDeps } from './deps.ts';
import { inStock, tooManyWaits } from './errors.ts';

/** The most things that one person waits for. */
const maximumWaits = 200;

export async function waitForStock(
  deps: WatchDeps,
  userId: string,
  { variantId, ...wanted }: z.output<typeof waitForStockInput>,
): Promise<z.output<typeof waitForStockOutput>> {
  const audience = audienceOf(deps, wanted);
  const variant = (await readVariants(deps, [variantId], audience)).get(variantId);
  if (!variant?.published) throw variantUnavailable();
  const outcome = await deps.waits.add({
    userId,
    variantId,
    productId: variant.productId,
    currency: audience.currency,
    most: maximumWaits,
    now: deps.clock.now(),
  });
  if (outcome === 'in_stock') throw inStock();
  if (outcome === 'full') throw tooManyWaits(maximumWaits);
  return { waiting: true };
}

export async function stopWaiting(
  { waits }: WatchDeps,
  userId: string,
  { variantId }: z.output<typeof stopWaitingInput>,
): Promise<z.output<typeof stopWaitingOutput>> {
  await waits.remove(userId, variantId);
  return { waiting: false };
}

export async function readWaits(
  { waits }: WatchDeps,
  userId: string,
  { variantIds }: z.output<typeof waitsInput>,
): Promise<z.output<typeof waitsOutput>> {
  return { variantIds: (await waits.ofPerson(userId, variantIds)).map(({ variantId }) => variantId) };
}

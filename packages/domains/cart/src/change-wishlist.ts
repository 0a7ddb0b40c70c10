import type { z } from 'zod';
import {
  type addWishInput,
  type addWishOutput,
  maximumWishes,
  type removeWishInput,
  type removeWishOutput,
} from './contract-wishlist.ts';
import { audienceOf, type Deps, readVariants } from './deps.ts';
import { variantUnavailable, wishlistFull } from './errors.ts';

const undoMs = 3_600_000;

/** Before this, what was removed is gone for good. */
const undoFrom = (now: Date) => new Date(now.getTime() - undoMs);

export async function addWish(
  deps: Deps,
  userId: string,
  { variantId, ...wanted }: z.output<typeof addWishInput>,
): Promise<z.output<typeof addWishOutput>> {
  const variant = (await readVariants(deps, [variantId], audienceOf(deps, wanted))).get(variantId);
  const now = deps.clock.now();
  const outcome = await deps.wishes.add({
    userId,
    variantId,
    variant: variant?.published ? variant : null,
    most: maximumWishes,
    now,
    undoFrom: undoFrom(now),
  });
  if (outcome === 'unknown') throw variantUnavailable();
  if (outcome === 'full') throw wishlistFull(maximumWishes);
  return { added: outcome !== 'existing' };
}

export async function removeWish(
  deps: Deps,
  userId: string,
  { variantId }: z.output<typeof removeWishInput>,
): Promise<z.output<typeof removeWishOutput>> {
  return { removed: await deps.wishes.remove(userId, variantId, deps.clock.now()) };
}

/** Removals that can no longer be undone. Answers how many were deleted. */
export const tidyWishlists = (deps: Deps): Promise<number> => deps.wishes.tidy(undoFrom(deps.clock.now()));

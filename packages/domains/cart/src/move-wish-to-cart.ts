import type { z } from 'zod';
import { addItem } from './add-item.ts';
import type { moveWishInput } from './contract-wishlist.ts';
import type { Deps } from './deps.ts';
import { wishMoving, wishNotFound } from './errors.ts';
import type { CartReply } from './get-cart.ts';
import type { CartOwner } from './owner.ts';

/** Longer than any add takes: then the one who claimed it has died. */
const claimMs = 30_000;

/**
 * Into the cart first, off the list after: whatever fails in between, it is on the list still. Two calls at once put in
 * one, because only one has the claim.
 */
export async function moveWishToCart(
  deps: Deps,
  owner: CartOwner & { userId: string },
  input: z.output<typeof moveWishInput>,
): Promise<CartReply> {
  const { userId } = owner;
  const { variantId } = input;
  const now = deps.clock.now();
  const { claimed, there } = await deps.wishes.claim(userId, variantId, now, new Date(now.getTime() - claimMs));
  if (!there) throw wishNotFound();
  if (!claimed) throw wishMoving();
  const reply = await addItem(deps, owner, { ...input, quantity: 1 }).catch(async (error: unknown) => {
    await deps.wishes.release(userId, variantId);
    throw error;
  });
  await deps.wishes.finish(userId, variantId);
  return reply;
}

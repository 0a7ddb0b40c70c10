import type { ChangeActor } from '../cancellations/change.repository.ts';
import { assertMember, type SellerActor } from '../owner.ts';

/** Who takes care of a return: a member of its seller, or an administrator for any seller's. */
export interface ReturnKeeper extends ChangeActor {
  /** Null: any seller's. */
  sellerId: string | null;
}

/** FORBIDDEN for an organisation that they are not a member of. */
export function memberAsKeeper(actor: SellerActor, sellerId: string): ReturnKeeper {
  assertMember(actor, sellerId);
  return { by: 'seller', id: actor.id ?? null, sellerId };
}

export const administratorAsKeeper = (userId: string): ReturnKeeper => ({
  by: 'administrator',
  id: userId,
  sellerId: null,
});

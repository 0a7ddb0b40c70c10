import type { z } from 'zod';
import type { addItemInput } from './contract.ts';
import type { Deps } from './deps.ts';
import { stockInsufficient } from './errors.ts';
import type { CartReply } from './get-cart.ts';
import type { CartOwner } from './owner.ts';
import { writeLine } from './write-line.ts';

/** Adds to what is there: as many as can be bought, and refuses only when that is none. */
export async function addItem(deps: Deps, owner: CartOwner, input: z.output<typeof addItemInput>): Promise<CartReply> {
  const { cart, cookie, result } = await writeLine(deps, owner, { ...input, mode: 'add' });
  if (result.refused) throw stockInsufficient(result.available);
  return { cart, cookie };
}

import type { z } from 'zod';
import type { setQuantityInput } from './contract.ts';
import type { Deps } from './deps.ts';
import { stockInsufficient } from './errors.ts';
import type { CartReply } from './get-cart.ts';
import type { CartOwner } from './owner.ts';
import { writeLine } from './write-line.ts';

/** Absolute, so that a repeat is harmless; also brings a removed line back. */
export async function setQuantity(
  deps: Deps,
  owner: CartOwner,
  input: z.output<typeof setQuantityInput>,
): Promise<CartReply> {
  const { cart, cookie, result } = await writeLine(deps, owner, { ...input, mode: 'set' });
  if (result.refused) throw stockInsufficient(result.available);
  return { cart, cookie };
}

import { newToken } from '@mallhive/kernel';
import type { LineWritten } from './cart.repository.ts';
import { emptyCart, viewCart } from './cart-view.ts';
import { claimGuestCart } from './claim-guest-cart.ts';
import { type Deps, readVariants } from './deps.ts';
import { variantUnavailable } from './errors.ts';
import type { CartReply } from './get-cart.ts';
import { type CartOwner, cartKey } from './owner.ts';
import type { CartVariant } from './ports.ts';

interface Written extends CartReply {
  result: LineWritten;
}

/** What add and set share: price from the catalog, one write, and the cart as it is afterwards. */
export async function writeLine(
  deps: Deps,
  owner: CartOwner,
  input: { variantId: string; quantity: number; mode: 'add' | 'set' },
): Promise<Written> {
  let cookie = await claimGuestCart(deps, owner);
  const known = await readVariants(deps, [input.variantId]);
  const variant = known.get(input.variantId);
  if (input.quantity > 0 && !variant?.published) throw variantUnavailable();

  const newGuest = !owner.userId && !owner.cartToken && input.quantity > 0 ? newToken() : null;
  if (newGuest) cookie = { kind: 'set', token: newGuest };
  const key = cartKey(newGuest ? { userId: null, cartToken: newGuest } : owner);
  if (!key.userId && !key.tokenHash) {
    const result = { cart: null, available: 0, refused: false, limited: false };
    return { cart: emptyCart(deps.currency), cookie, result };
  }
  const result = await deps.carts.writeLine({
    ...input,
    key,
    price: variant?.unitPrice.amount ?? 0,
    currency: deps.currency,
    now: deps.clock.now(),
  });
  return { cart: await view(deps, result, known), cookie, result };
}

async function view(deps: Deps, { cart, limited, available }: LineWritten, known: Map<string, CartVariant>) {
  if (!cart) return emptyCart(deps.currency);
  const others = cart.lines.map((line) => line.variantId).filter((id) => !known.has(id));
  for (const [id, variant] of await readVariants(deps, others)) known.set(id, variant);
  const shown = viewCart(cart, known);
  const [written] = known.values();
  if (limited && written && !shown.notices.some((notice) => notice.variantId === written.variantId)) {
    const { variantId, title } = written;
    shown.notices.push({ kind: 'quantity-limited', variantId, title, available });
  }
  return shown;
}

import { newToken } from '@mallhive/kernel';
import type { LineWritten } from './cart-store.ts';
import { emptyCart, viewCart } from './cart-view.ts';
import { claimGuestCart } from './claim-guest-cart.ts';
import { audienceOf, type Deps, readVariants } from './deps.ts';
import { cartFull, variantUnavailable } from './errors.ts';
import type { CartReply } from './get-cart.ts';
import { type CartOwner, cartKey } from './owner.ts';
import type { Audience, CartVariant } from './ports.ts';

interface Written extends CartReply {
  result: LineWritten;
}

/** What add and set share: price from the catalog, one write, and the cart as it is afterwards. */
export async function writeLine(
  deps: Deps,
  owner: CartOwner,
  input: { variantId: string; quantity: number; mode: 'add' | 'set' } & Partial<Audience>,
): Promise<Written> {
  let cookie = await claimGuestCart(deps, owner);
  const audience = audienceOf(deps, input);
  const owned = cartKey(owner);
  const held = deps.hint.of(owned).filter((id) => id !== input.variantId);
  const known = await readVariants(deps, [input.variantId, ...held], audience);
  const variant = known.get(input.variantId);
  if (input.quantity > 0 && !variant?.published) throw variantUnavailable();

  const newGuest = !owner.userId && !owner.cartToken && input.quantity > 0 ? newToken() : null;
  if (newGuest) cookie = { kind: 'set', token: newGuest };
  const key = newGuest ? cartKey({ userId: null, cartToken: newGuest }) : owned;
  if (!key.userId && !key.tokenHash) {
    const result = { cart: null, available: 0, refused: false, full: false, limited: false, created: false };
    return { cart: emptyCart(audience.currency), cookie, result };
  }
  const result = await deps.carts.writeLine({
    variantId: input.variantId,
    quantity: input.quantity,
    mode: input.mode,
    key,
    price: variant?.unitPrice.amount ?? 0,
    currency: audience.currency,
    now: deps.clock.now(),
  });
  if (result.full) throw cartFull();
  // The cart of this cookie was merged while this call was on its way: the browser has to bring the new one along.
  if (result.created && owner.cartToken && !owner.userId) cookie = { kind: 'set', token: owner.cartToken };
  deps.hint.remember(key, result.cart?.lines.map((line) => line.variantId) ?? []);
  return { cart: await view(deps, result, known, variant, audience), cookie, result };
}

async function view(
  deps: Deps,
  { cart, limited, available }: LineWritten,
  known: Map<string, CartVariant>,
  written: CartVariant | undefined,
  audience: Audience,
) {
  if (!cart) return emptyCart(audience.currency);
  const others = cart.lines.map((line) => line.variantId).filter((id) => !known.has(id));
  for (const [id, variant] of await readVariants(deps, others, audience)) known.set(id, variant);
  const shown = viewCart(cart, known, audience.currency, deps.clock.now());
  if (limited && written && !shown.notices.some((notice) => notice.variantId === written.variantId)) {
    const { variantId, title } = written;
    shown.notices.push({ kind: 'quantity-limited', variantId, title, available });
  }
  return shown;
}

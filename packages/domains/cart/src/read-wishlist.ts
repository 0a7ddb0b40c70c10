import { idSchema, money } from '@mallhive/kernel';
import { z } from 'zod';
import type { Wishlist, wishedInput, wishedOutput, wishlistInput } from './contract-wishlist.ts';
import { audienceOf, type Deps, readVariants } from './deps.ts';
import { whenUnavailable } from './errors.ts';
import type { CartVariant } from './ports.ts';
import type { WishRow } from './wishlist.repository.ts';

const positionSchema = z.tuple([z.iso.datetime(), idSchema]);

/** One that makes no sense begins at the newest. */
function positionOf(cursor: string | null | undefined): { at: Date; id: string } | null {
  const parsed = positionSchema.safeParse(cursor?.split(' '));
  return parsed.success ? { at: new Date(parsed.data[0]), id: parsed.data[1] } : null;
}

export async function readWishlist(
  deps: Deps,
  userId: string,
  { cursor, limit, ...wanted }: z.output<typeof wishlistInput>,
): Promise<Wishlist> {
  // A wishlist is shown also while carts cannot be.
  const cartId = await deps.carts.ownCartId(userId).catch(whenUnavailable(null));
  const [rows, count] = await Promise.all([
    deps.wishes.page(userId, positionOf(cursor), limit + 1, cartId),
    deps.wishes.count(userId),
  ]);
  const shown = rows.slice(0, limit);
  const variants = await readVariants(
    deps,
    shown.map(({ variantId }) => variantId),
    audienceOf(deps, wanted),
  );
  const last = shown.at(-1);
  return {
    items: shown.map((row) => viewWish(row, variants.get(row.variantId))),
    count,
    nextCursor: rows.length > limit && last ? `${last.addedAt.toISOString()} ${last.id}` : null,
  };
}

function viewWish(row: WishRow, variant: CartVariant | undefined): Wishlist['items'][number] {
  const availableQuantity = variant?.published ? row.available : 0;
  return {
    variantId: row.variantId,
    productId: row.productId,
    addedAt: row.addedAt.toISOString(),
    priceWhenAdded: money(row.price, row.currency),
    state: !variant?.published ? 'withdrawn' : availableQuantity > 0 ? 'available' : 'sold-out',
    availableQuantity,
    product: variant
      ? {
          slug: variant.slug,
          title: variant.title,
          variantTitle: variant.variantTitle,
          imageUrl: variant.imageUrl,
          seller: { slug: variant.seller.slug, name: variant.seller.name },
          unitPrice: variant.unitPrice,
          compareAt: variant.compareAt,
        }
      : null,
  };
}

export async function readWished(
  deps: Deps,
  userId: string,
  { productIds }: z.output<typeof wishedInput>,
): Promise<z.output<typeof wishedOutput>> {
  return { variants: await deps.wishes.wished(userId, productIds) };
}

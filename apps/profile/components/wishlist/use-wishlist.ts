import { useApi } from '@mallhive/api-client';
import { useI18n } from '@mallhive/ui';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { wishlistPageSize, withoutWish } from '../../logic/wishlist.ts';
import type { Wishlist } from '../../types.ts';

/** One after the other: the server sees the clicks in the order in which they were made. */
const scope = { id: 'mallhive-wishlist' };

/** The cart's own channel between tabs: they read their carts anew. */
function tellCarts(): void {
  if (typeof BroadcastChannel !== 'function') return;
  const channel = new BroadcastChannel('mallhive-cart');
  channel.postMessage({ kind: 'stale' });
  channel.close();
}

/** The list as the server last said, with what a click will do shown at once. */
export function useWishlist(first: Wishlist | null) {
  const api = useApi();
  const queries = useQueryClient();
  const { locale, currency } = useI18n();
  const options = api.cart.wishlist.infiniteQueryOptions(
    { locale, currency, limit: wishlistPageSize },
    {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      ...(first ? { initialData: { pages: [first], pageParams: [null] } } : {}),
    },
  );
  const list = useInfiniteQuery(options);

  const hide = async (variantId: string) => {
    await queries.cancelQueries({ queryKey: options.queryKey });
    queries.setQueryData(options.queryKey, (data) => data && withoutWish(data, variantId));
  };
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: api.cart.wishlist.pathKey() }),
      queries.invalidateQueries({ queryKey: api.cart.wished.pathKey() }),
    ]);
  const remove = useMutation(
    api.cart.removeWish.mutationOptions({
      scope,
      onMutate: ({ variantId }) => hide(variantId),
      onSettled: () => void refresh(),
    }),
  );
  const restore = useMutation(api.cart.addWish.mutationOptions({ scope, onSettled: () => refresh() }));
  const move = useMutation(
    api.cart.moveWishToCart.mutationOptions({
      scope,
      onSuccess: async (answer, { variantId }) => {
        queries.setQueryData(api.cart.get.queryKey({ locale, currency }), answer);
        tellCarts();
        await hide(variantId);
      },
      onSettled: () => void refresh(),
    }),
  );
  return { list, remove, restore, move, audience: { locale, currency } };
}

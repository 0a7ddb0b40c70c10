import { useApi } from '@mallhive/api-client';
import { useQuery, useQueryClient } from '@tanstack/react-query';

export interface WishedProduct {
  productId: string;
  variantId: string;
}

/** Who is signed in, as the header asks it too: one question for both. `undefined` while it is asked. */
export function useUser() {
  return useQuery(useApi().identity.me.queryOptions(undefined, { staleTime: 60_000 })).data?.user;
}

/** Whether a variant is on the list of who is signed in; all variants of a product are asked for at once. */
export function useWished({ productId, variantId }: WishedProduct, signedIn: boolean) {
  const api = useApi();
  const queries = useQueryClient();
  const input = { productIds: [productId] };
  const { data } = useQuery(api.cart.wished.queryOptions(input, { enabled: signedIn }));
  const key = api.cart.wished.queryKey(input);
  return {
    wished: data?.variants.some((wish) => wish.variantId === variantId) ?? false,
    /** Shows at once what a click will do. */
    show: async (id: string, wished: boolean) => {
      await queries.cancelQueries({ queryKey: key });
      queries.setQueryData<typeof data>(key, (answer) => ({
        variants: [
          ...(answer?.variants ?? []).filter((wish) => wish.variantId !== id),
          ...(wished ? [{ productId, variantId: id }] : []),
        ],
      }));
    },
    /** What the server says now, here and on the page of the list. */
    refresh: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: key }),
        queries.invalidateQueries({ queryKey: api.cart.wishlist.pathKey() }),
      ]),
  };
}

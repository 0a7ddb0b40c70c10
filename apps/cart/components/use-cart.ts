import { useApi } from '@mallhive/api-client';
import { tell } from '@mallhive/federation/tell';
import { useI18n } from '@mallhive/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { withAdded, withQuantity, withRestored } from '../logic/cart-view.ts';
import type { Removal } from '../logic/removals.ts';
import type { Cart } from '../types.ts';
import { listenToOtherTabs, tellOtherTabs } from './cart-channel.ts';

interface CartAnswer {
  cart: Cart;
}

/** One after the other: the server sees the shopper's clicks in the order in which they were made. */
const inOrder = { id: 'mallhive-cart' };
const cartMutation = ['mallhive-cart'] as const;

/** In which language and currency this page asks for the cart. */
export function useAudience() {
  const { locale, currency } = useI18n();
  return { locale, currency };
}

/** The cart as the server last said, with what is on its way already counted in. */
export function useCart(initial?: Cart) {
  const api = useApi();
  const audience = useAudience();
  return useQuery(
    api.cart.get.queryOptions(audience, {
      staleTime: 30_000,
      initialData: initial ? { cart: initial } : undefined,
      select: (answer: CartAnswer) => answer.cart,
    }),
  );
}

/** Keeps this tab's cart in step with the other tabs; used once a page, by the mini cart. */
export function useCartOfOtherTabs(): void {
  const api = useApi();
  const queries = useQueryClient();
  const audience = useAudience();
  const key = api.cart.get.queryKey(audience);
  const hash = JSON.stringify(key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `hash` stands for `key`, which is a new array each time
  useEffect(
    () =>
      listenToOtherTabs((message) => {
        // A tab in another language or currency shows the same cart differently.
        const alike = message.kind === 'cart' && message.locale === audience.locale;
        const same = alike && message.cart.subtotal.currency === audience.currency;
        if (same && queries.isMutating({ mutationKey: cartMutation }) === 0) {
          queries.setQueryData<CartAnswer>(key, { cart: message.cart });
        } else void queries.invalidateQueries({ queryKey: key });
      }),
    [queries, hash],
  );
}

/** What every change of the cart shares: its turn, and the server's answer as the cart of this and the other tabs. */
export function useCartMutation<Input>(optimistic: (cart: Cart, input: Input) => Cart) {
  const api = useApi();
  const queries = useQueryClient();
  const audience = useAudience();
  const key = api.cart.get.queryKey(audience);
  const last = () => queries.isMutating({ mutationKey: cartMutation }) <= 1;
  return {
    mutationKey: cartMutation,
    scope: inOrder,
    onMutate: async (input: Input) => {
      await queries.cancelQueries({ queryKey: key });
      queries.setQueryData<CartAnswer>(key, (answer) => answer && { cart: optimistic(answer.cart, input) });
      return undefined;
    },
    onSuccess: (answer: CartAnswer) => {
      // While more clicks are queued their result would jump back for a moment: the last answer has everything.
      if (last()) queries.setQueryData<CartAnswer>(key, answer);
      tellOtherTabs({ kind: 'cart', cart: answer.cart, locale: audience.locale });
    },
    // The server's cart, not a remembered one: another tab may have changed it meanwhile.
    onError: () => (last() ? queries.invalidateQueries({ queryKey: key }) : undefined),
  };
}

export function useAddItem() {
  const api = useApi();
  const shared = useCartMutation((cart, input: { variantId: string; quantity?: number | undefined }) =>
    withAdded(cart, input.variantId, input.quantity ?? 1),
  );
  return useMutation({
    ...api.cart.addItem.mutationOptions(),
    ...shared,
    onSuccess: (answer, { variantId }) => {
      const line = answer.cart.lines.find((candidate) => candidate.variantId === variantId);
      if (line) tell({ type: 'add_to_cart', productId: line.productId });
      shared.onSuccess(answer);
    },
  });
}

/** @param removals what has been removed on this page: setting such a quantity again puts the line back where it stood. */
export function useSetQuantity(removals: readonly Removal[] = []) {
  const api = useApi();
  const shared = useCartMutation((cart, input: { variantId: string; quantity: number }) => {
    const removal = removals.find((candidate) => candidate.line.variantId === input.variantId);
    const gone = !cart.lines.some((line) => line.variantId === input.variantId);
    return removal && gone && input.quantity > 0
      ? withRestored(cart, removal.line, removal.index)
      : withQuantity(cart, input.variantId, input.quantity);
  });
  return useMutation({ ...api.cart.setQuantity.mutationOptions(), ...shared });
}

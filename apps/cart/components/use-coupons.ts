import { refusalOf, useApi } from '@mallhive/api-client';
import { useMutation } from '@tanstack/react-query';
import type { Cart } from '../types.ts';
import { useAudience, useCartMutation } from './use-cart.ts';

/** Codes go through the same queue as every other change of the cart. */
export function useCoupons() {
  const api = useApi();
  const audience = useAudience();
  // What a code saves only the server knows: nothing goes ahead of it.
  const shared = useCartMutation((cart: Cart) => cart);
  const apply = useMutation({ ...api.cart.applyCoupon.mutationOptions(), ...shared });
  const remove = useMutation({ ...api.cart.removeCoupon.mutationOptions(), ...shared });
  return {
    apply: (code: string) => apply.mutateAsync({ code, ...audience }),
    remove: (code: string) => remove.mutateAsync({ code, ...audience }),
    busy: apply.isPending || remove.isPending,
  };
}

/** What was refused, for the words of it. */
export function couponRefusal(error: unknown): { reason: string; minimum: Cart['subtotal'] | null } {
  const refusal = refusalOf(error);
  const minimum = refusal?.details.minimum as Cart['subtotal'] | null | undefined;
  return { reason: refusal?.reason.replace(/^coupon_/, '') ?? 'failed', minimum: minimum ?? null };
}

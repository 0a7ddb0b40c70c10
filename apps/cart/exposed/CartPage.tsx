import { RemoteSlot } from '@mallhive/federation';
import { tell } from '@mallhive/federation/tell';
import { useI18n } from '@mallhive/ui';
import { useToast, useToastLift } from '@mallhive/ui/toast';
import { useState } from 'react';
import { CartView } from '../components/CartView.tsx';
import { useCart, useSetQuantity } from '../components/use-cart.ts';
import { useCoupons } from '../components/use-coupons.ts';
import { useRestore } from '../components/use-restore.ts';
import { dropRemoval, pushRemoval, type Removal, rememberRemoval } from '../logic/removals.ts';
import { useTexts } from '../texts.ts';
import type { Cart, CartLine, ProductCardData } from '../types.ts';

export interface CartPageProps {
  /** Null when the API could not be reached: the browser then tries itself. */
  cart: Cart | null;
  suggestions: ProductCardData[];
}

export default function CartPage({ cart: initial, suggestions }: CartPageProps) {
  const text = useTexts().page;
  const { say, locale, currency } = useI18n();
  const cart = useCart(initial ?? undefined);
  const coupons = useCoupons();
  useRestore();
  const toast = useToast();
  // The total and the way to the checkout stay at the bottom edge of a narrow window.
  useToastLift(cart.data && cart.data.lines.length > 0 ? '5rem' : '0px');
  const [removals, setRemovals] = useState<Removal[]>([]);
  const setQuantity = useSetQuantity(removals);
  const failed = () => toast.show({ message: text.changeFailed, tone: 'danger' });

  const undo = (removal: Removal) => {
    const { variantId, quantity, title } = removal.line;
    setQuantity.mutate(
      { variantId, quantity, locale, currency },
      {
        onSuccess: () => {
          setRemovals((current) => dropRemoval(current, variantId));
          toast.show({ message: say(text.restored, { title }) });
        },
        onError: failed,
      },
    );
  };

  const remove = (line: CartLine) => {
    const removal = cart.data ? rememberRemoval(cart.data, line.variantId) : null;
    setQuantity.mutate({ variantId: line.variantId, quantity: 0, locale, currency }, { onError: failed });
    tell({ type: 'remove_from_cart', productId: line.productId });
    if (!removal) return;
    setRemovals((current) => pushRemoval(current, removal));
    toast.show({
      message: say(text.removed, { title: line.title }),
      action: { label: text.undo, onAction: () => undo(removal) },
    });
  };

  return (
    <CartView
      cart={cart.data}
      failed={cart.isError}
      onRetry={() => void cart.refetch()}
      onQuantity={(line, quantity) =>
        setQuantity.mutate({ variantId: line.variantId, quantity, locale, currency }, { onError: failed })
      }
      onRemove={remove}
      coupons={coupons}
      suggestions={
        <div className="grid grid-cols-1 gap-14">
          <RemoteSlot
            module="product/ProductRail"
            props={{ title: text.forYou, recommend: { kind: 'for-you', limit: 12 } }}
            fallback={null}
          />
          {suggestions.length > 0 ? (
            <RemoteSlot module="product/ProductRail" props={{ title: text.suggestions, items: suggestions }} />
          ) : null}
        </div>
      }
      goesWith={
        <RemoteSlot
          module="product/ProductRail"
          props={{ title: text.goesWith, recommend: { kind: 'cart', productIds: inCart(cart.data), limit: 12 } }}
          fallback={null}
        />
      }
    />
  );
}

/** The products of the cart, each once; twenty say enough. */
const inCart = (cart: Cart | undefined): string[] =>
  [...new Set(cart?.lines.map(({ productId }) => productId))].toSorted().slice(0, 20);

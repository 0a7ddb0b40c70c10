import { refusalOf } from '@mallhive/api-client';
import { useHydrated, useI18n } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useRouter } from 'next/router';
import { useEffect, useState } from 'react';
import { type AddState, AddToCartView } from '../components/AddToCartView.tsx';
import { useAddItem } from '../components/use-cart.ts';
import { useTexts } from '../texts.ts';

export interface AddToCartProps {
  variantId: string;
  quantity?: number;
  /** As the page knows it; the cart decides for real. */
  available: boolean;
  /** For product cards. */
  compact?: boolean;
}

const confirmationMs = 6_000;

export default function AddToCart({ variantId, quantity = 1, available, compact = false }: AddToCartProps) {
  const hydrated = useHydrated();
  const router = useRouter();
  const toast = useToast();
  const text = useTexts().add;
  const { say, locale, currency } = useI18n();
  const add = useAddItem();
  const [state, setState] = useState<AddState>({ kind: 'idle' });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another variant is another question
  useEffect(() => setState({ kind: 'idle' }), [variantId]);
  useEffect(() => {
    if (state.kind !== 'added' && state.kind !== 'limited') return;
    const timer = setTimeout(() => setState({ kind: 'idle' }), confirmationMs);
    return () => clearTimeout(timer);
  }, [state]);

  const onAdd = () => {
    setState({ kind: 'adding' });
    add.mutate(
      { variantId, quantity, locale, currency },
      {
        onSuccess: ({ cart }) => {
          const limit = cart.notices.find(
            (notice) => notice.kind === 'quantity-limited' && notice.variantId === variantId,
          );
          setState(
            limit?.kind === 'quantity-limited' ? { kind: 'limited', available: limit.available } : { kind: 'added' },
          );
          if (compact) {
            toast.show({
              message:
                limit?.kind === 'quantity-limited' ? say(text.limited, { count: limit.available }) : text.announceAdded,
              action: { label: text.viewCart, onAction: () => void router.push('/cart') },
            });
          }
        },
        onError: (error) => {
          const refusal = refusalOf(error);
          if (refusal?.reason === 'stock_insufficient') setState({ kind: 'none-left' });
          else if (refusal?.reason === 'cart_full') setState({ kind: 'full', most: Number(refusal.details.maximum) });
          else setState({ kind: 'failed' });
        },
      },
    );
  };

  return (
    <AddToCartView
      state={hydrated ? state : { kind: 'loading' }}
      available={available}
      compact={compact}
      onAdd={onAdd}
    />
  );
}

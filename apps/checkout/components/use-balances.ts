import { refusalOf, useApi } from '@mallhive/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { type EnteredCard, payWithOf, type Shares, sharesOf } from '../logic/balances.ts';
import type { Money } from '../types.ts';

export type CardRefusal = 'unknown' | 'already' | 'empty' | 'tooMany' | 'failed' | { currency: string };

/** Gift cards that were entered and the shopper's own credit, and what they give to an order. */
export interface Balances {
  shares: Shares;
  /** The shopper's credit in the order's currency; null when there is none. */
  credit: Money | null;
  usesCredit: boolean;
  busy: boolean;
  /** Null: it is in. */
  add: (code: string) => Promise<CardRefusal | null>;
  remove: (code: string) => void;
  takeCredit: (wanted: boolean) => void;
  /** Asks again what everything is worth. */
  refresh: () => Promise<void>;
  payWith: ReturnType<typeof payWithOf>;
  /** Whether anything was entered or removed since the order was placed. */
  isChanged: () => boolean;
  placed: () => void;
}

function refusalFor(error: unknown): CardRefusal {
  const refusal = refusalOf(error);
  if (refusal?.reason === 'gift_card_unknown') return 'unknown';
  return refusal?.reason === 'too_many_requests' ? 'tooMany' : 'failed';
}

export function useBalances(total: Money, signedIn: boolean): Balances {
  const api = useApi();
  const queries = useQueryClient();
  const [cards, setCards] = useState<EnteredCard[]>([]);
  const [usesCredit, setUsesCredit] = useState(false);
  const changed = useRef(false);
  const { mutateAsync: check, isPending } = useMutation(api.payments.checkGiftCard.mutationOptions());
  const mine = useQuery({ ...api.payments.myCredit.queryOptions(), enabled: signedIn });
  const own = mine.data?.credits.find(({ currency }) => currency === total.currency)?.available ?? 0;
  const { amount, currency } = total;

  const shares = useMemo(() => sharesOf(amount, usesCredit ? own : 0, cards), [amount, usesCredit, own, cards]);

  const add = useCallback(
    async (code: string): Promise<CardRefusal | null> => {
      const plain = code.toUpperCase().replace(/[\s-]/g, '');
      if (cards.some((card) => card.code === plain)) return 'already';
      try {
        const card = await check({ code: plain });
        if (card.currency !== currency) return { currency: card.currency };
        if (card.available === 0) return 'empty';
        changed.current = true;
        setCards((before) => [...before, { code: plain, last4: card.last4, available: card.available }]);
        return null;
      } catch (error) {
        return refusalFor(error);
      }
    },
    [cards, check, currency],
  );

  const creditKey = api.payments.myCredit.queryKey();
  const refresh = useCallback(async () => {
    changed.current = true;
    const again = cards.map(async (card) => {
      try {
        return { ...card, available: (await check({ code: card.code })).available };
      } catch (error) {
        return refusalFor(error) === 'unknown' ? { ...card, available: 0 } : card;
      }
    });
    const [found] = await Promise.all([Promise.all(again), queries.invalidateQueries({ queryKey: creditKey })]);
    setCards(found.filter(({ available }) => available > 0));
  }, [cards, check, queries, creditKey]);

  return {
    shares,
    credit: own > 0 ? { amount: own, currency } : null,
    usesCredit,
    busy: isPending,
    add,
    remove: (code) => {
      changed.current = true;
      setCards((before) => before.filter((card) => card.code !== code));
    },
    takeCredit: (wanted) => {
      changed.current = true;
      setUsesCredit(wanted);
    },
    refresh,
    payWith: payWithOf(shares),
    isChanged: () => changed.current,
    placed: () => {
      changed.current = false;
    },
  };
}

import { useApi } from '@mallhive/api-client';
import { Button, Dialog, formatMoney } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { dayOf, momentOf } from '../../../logic/days.ts';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { giftCardMessages } from '../../../messages/gift-cards.ts';
import type { GiftCard } from '../../../types.ts';
import { Loaded } from '../../Loaded.tsx';
import { CardStatus } from './CardStatus.tsx';

const text = giftCardMessages.card;

/** One card, what became of it, and whether it can be used. */
export function CardDialog({ start, onClose }: { start: GiftCard; onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const query = useQuery(api.payments.giftCard.queryOptions({ giftCardId: start.id }));
  const card = query.data?.card ?? start;
  const block = useMutation(
    api.payments.blockGiftCard.mutationOptions({
      onSuccess: (_, { blocked }) => toast.show({ message: blocked ? text.blocked : text.unblocked }),
      onError: (error) => toast.show({ message: sayRefusal(error, giftCardMessages.refused, giftCardMessages.failed) }),
      onSettled: () => queries.invalidateQueries({ queryKey: api.payments.pathKey() }),
    }),
  );
  const isBlocked = card.status === 'blocked';
  const open = isBlocked || card.status === 'active';
  const say = (amount: number) => formatMoney({ amount, currency: card.currency });
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title(card.last4)}
      footer={
        open ? (
          <div className="flex justify-end">
            <Button
              variant="secondary"
              busy={block.isPending}
              onClick={() => block.mutate({ giftCardId: card.id, blocked: !isBlocked })}
            >
              {isBlocked ? text.unblock : text.block}
            </Button>
          </div>
        ) : null
      }
    >
      <div className="grid gap-5">
        <div className="grid gap-1">
          <p className="font-display text-3xl tabular-nums">{say(card.balance)}</p>
          <p className="flex flex-wrap items-center gap-2 text-sm text-ink-soft">
            <CardStatus status={card.status} />
            {card.expiresAt ? `${giftCardMessages.columns.until} ${dayOf(card.expiresAt)}` : giftCardMessages.noLimit}
            {card.held > 0 ? ` · ${giftCardMessages.held(say(card.held))}` : null}
          </p>
          <p className="break-words text-ink-soft">{card.email ?? giftCardMessages.notSent}</p>
          {card.note ? <p className="break-words">{card.note}</p> : null}
        </div>
        <Loaded query={query}>
          {({ movements }) => (
            <section aria-label={text.movements}>
              <h3 className="mb-2 text-lg">{text.movements}</h3>
              <ol className="divide-y divide-line border-y border-line">
                {movements.map(({ kind, amount, balanceAfter, at }) => (
                  <li
                    key={`${at} ${kind} ${balanceAfter}`}
                    className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-2"
                  >
                    <span>{text.kinds[kind]}</span>
                    <span className={`text-end font-semibold tabular-nums ${amount > 0 ? 'text-positive' : ''}`}>
                      {amount > 0 ? '+' : '−'}
                      {say(Math.abs(amount))}
                    </span>
                    <span className="text-sm text-ink-soft">{momentOf(at)}</span>
                    <span className="text-end text-sm text-ink-soft tabular-nums">{text.after(say(balanceAfter))}</span>
                  </li>
                ))}
              </ol>
            </section>
          )}
        </Loaded>
      </div>
    </Dialog>
  );
}

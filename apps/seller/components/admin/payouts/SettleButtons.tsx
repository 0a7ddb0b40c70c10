import { useApi } from '@mallhive/api-client';
import { Button, formatMoney } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { payoutMessages } from '../../../messages/payouts.ts';
import type { SellersPayout } from '../../../types.ts';
import { useConfirm } from '../../frame/confirm.tsx';

const text = payoutMessages.admin;

/** What the bank said about one payout. Providers say it themselves. */
export function SettleButtons({ payout }: { payout: SellersPayout }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const settle = useMutation(
    api.payments.settlePayout.mutationOptions({
      onSuccess: ({ settled }) => toast.show({ message: text.settled(settled) }),
      onError: (error) => toast.show({ message: sayRefusal(error, payoutMessages.refused, payoutMessages.failed) }),
      onSettled: () => queries.invalidateQueries({ queryKey: api.payments.pathKey() }),
    }),
  );
  if (payout.method !== 'file' || payout.status !== 'sent') return null;
  const name = payout.sellerName ?? text.unknown;
  const askAndReturn = async () => {
    const question = {
      title: text.returnedTitle(name),
      body: text.returnedText(formatMoney(payout)),
      confirm: text.returned,
      tone: 'danger' as const,
    };
    if (await confirm(question)) settle.mutate({ payoutId: payout.id, outcome: 'failed' });
  };
  return (
    <span className="flex justify-end gap-2">
      <Button
        variant="secondary"
        size="small"
        aria-label={text.paidOf(name)}
        busy={settle.isPending}
        onClick={() => settle.mutate({ payoutId: payout.id, outcome: 'paid' })}
      >
        {text.paid}
      </Button>
      <Button
        variant="quiet"
        size="small"
        aria-label={text.returnedOf(name)}
        disabled={settle.isPending}
        onClick={() => void askAndReturn()}
      >
        {text.returned}
      </Button>
    </span>
  );
}

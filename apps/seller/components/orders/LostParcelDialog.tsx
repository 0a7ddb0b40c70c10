import { refusalOf, useApi } from '@mallhive/api-client';
import { RadioCards } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { afterSaleMessages } from '../../messages/after-sale.ts';
import { FormDialog } from '../FormDialog.tsx';

const text = afterSaleMessages.lost;
const outcomes = ['resend', 'refund'] as const;

function refusalText(error: unknown): string {
  const reason = refusalOf(error)?.reason;
  if (reason === 'stock_insufficient') return text.short;
  return reason === 'parcel_not_under_way' ? text.arrived : afterSaleMessages.failed;
}

interface LostParcelDialogProps {
  sellerId: string;
  subOrderId: string;
  shipmentId: string;
  onClose: () => void;
}

/** A parcel that did not arrive: its items once more, or their price back. */
export function LostParcelDialog({ onClose, ...parcel }: LostParcelDialogProps) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('resend');
  const lose = useMutation(
    api.orders.loseParcel.mutationOptions({
      onSuccess: () => {
        toast.show({ message: outcome === 'resend' ? text.resent : text.refunded });
        onClose();
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.orders.pathKey() }),
    }),
  );
  return (
    <FormDialog
      title={text.title}
      submit={text.submit}
      busy={lose.isPending}
      refusal={lose.isError ? refusalText(lose.error) : null}
      onSubmit={() => lose.mutate({ ...parcel, outcome })}
      onClose={onClose}
    >
      <p className="text-ink-soft">{text.lead}</p>
      <RadioCards
        legend={text.outcome}
        name="outcome"
        value={outcome}
        onChange={(value) => setOutcome(value === 'refund' ? 'refund' : 'resend')}
        options={outcomes.map((value) => ({ value, ...text.outcomes[value] }))}
      />
    </FormDialog>
  );
}

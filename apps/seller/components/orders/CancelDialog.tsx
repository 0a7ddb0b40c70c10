import { refusalOf, useApi } from '@mallhive/api-client';
import { Button, Dialog, Notice, QuantityStepper, SelectField, TextAreaField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '../../logic/new-id.ts';
import { openLines } from '../../logic/shipping.ts';
import { afterSaleMessages } from '../../messages/after-sale.ts';
import type { AfterSalePart } from '../../types.ts';

const text = afterSaleMessages.cancel;
const reasons = ['out_of_stock', 'damaged', 'customer_asked', 'address', 'other'] as const;

export interface AfterSaleDialogProps {
  /** Null for an administrator, who acts for any seller. */
  sellerId: string | null;
  subOrder: AfterSalePart;
  onClose: () => void;
}

/** What cannot be sent; begins with nothing chosen, because a mistake here costs a sale. */
export function CancelDialog({ sellerId, subOrder, onClose }: AfterSaleDialogProps) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  // One id for one wish: sent twice it happens once.
  const [requestId] = useState(newId);
  const [quantities, setQuantities] = useState<Record<string, number>>({});
  const [reason, setReason] = useState<(typeof reasons)[number]>('out_of_stock');
  const [note, setNote] = useState('');
  const told = {
    onSuccess: () => {
      toast.show({ message: text.done });
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: api.orders.pathKey() }),
  };
  const own = useMutation(api.orders.cancelSold.mutationOptions(told));
  const any = useMutation(api.orders.cancelPart.mutationOptions(told));
  const cancel = sellerId ? own : any;
  const lines = openLines(subOrder).flatMap(({ line }) => {
    const quantity = quantities[line.id] ?? 0;
    return quantity > 0 ? [{ orderLineId: line.id, quantity }] : [];
  });
  const submit = () => {
    const input = { subOrderId: subOrder.id, requestId, lines, reason, note };
    if (sellerId) own.mutate({ sellerId, ...input });
    else any.mutate(input);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {text.keep}
          </Button>
          <Button variant="danger" busy={cancel.isPending} disabled={lines.length === 0} onClick={submit}>
            {text.submit}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-ink-soft">{text.lead}</p>
        {cancel.isError ? (
          <Notice tone="danger" role="alert">
            {refusalOf(cancel.error) ? text.gone : afterSaleMessages.failed}
          </Notice>
        ) : null}
        <ul className="divide-y divide-line rounded-control border border-line">
          {openLines(subOrder).map(({ line, left }) => (
            <li key={line.id} className="flex flex-wrap items-center justify-between gap-3 p-4">
              <span className="min-w-0 flex-1 leading-snug">
                <span className="font-medium">{line.title}</span>
                <span className="block text-sm text-ink-soft">
                  {[line.variantTitle, afterSaleMessages.upTo(left)].filter(Boolean).join(' · ')}
                </span>
              </span>
              <QuantityStepper
                size="small"
                minimum={0}
                maximum={left}
                value={quantities[line.id] ?? 0}
                label={afterSaleMessages.quantity(line.title)}
                onChange={(value) => setQuantities({ ...quantities, [line.id]: value })}
              />
            </li>
          ))}
        </ul>
        <SelectField
          label={text.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value as typeof reason)}
          options={reasons.map((value) => ({ value, label: text.reasons[value] }))}
        />
        <TextAreaField
          label={text.note}
          optional
          rows={3}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}

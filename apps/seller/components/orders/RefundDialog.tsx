import { refusalOf, useApi } from '@mallhive/api-client';
import { Button, Dialog, formatMoney, Notice, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { minorUnits } from '../../logic/after-sale.ts';
import { newId } from '../../logic/new-id.ts';
import { afterSaleMessages } from '../../messages/after-sale.ts';
import type { AfterSaleDialogProps } from './CancelDialog.tsx';

const text = afterSaleMessages.refund;

/** Money without anything coming back. */
export function RefundDialog({ sellerId, subOrder, onClose }: AfterSaleDialogProps) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const [requestId] = useState(newId);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const formId = useId();
  const { refundable } = subOrder;
  const amount = minorUnits(typed, refundable.currency === 'JPY' ? 0 : 2);
  const told = {
    onSuccess: () => {
      toast.show({ message: text.done });
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: api.orders.pathKey() }),
  };
  const own = useMutation(api.orders.refundPart.mutationOptions(told));
  const any = useMutation(api.orders.refundAny.mutationOptions(told));
  const refund = sellerId ? own : any;
  const left = refusalOf(refund.error)?.details.left;
  const problem = !amount ? text.invalid : amount > refundable.amount ? text.exceeds(formatMoney(refundable)) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem || !amount || reason.trim().length < 3 || refund.isPending) return;
    const input = { subOrderId: subOrder.id, requestId, amount, reason: reason.trim() };
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
          <Button type="submit" form={formId} busy={refund.isPending}>
            {text.submit}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="grid gap-5">
        <p className="text-ink-soft">{text.lead(formatMoney(refundable))}</p>
        {refund.isError ? (
          <Notice tone="danger" role="alert">
            {typeof left === 'number'
              ? text.exceeds(formatMoney({ ...refundable, amount: left }))
              : afterSaleMessages.failed}
          </Notice>
        ) : null}
        <TextField
          label={text.amount(refundable.currency)}
          inputMode="decimal"
          autoComplete="off"
          required
          value={typed}
          error={tried ? problem : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <TextField
          label={text.reason}
          hint={text.reasonHint}
          maxLength={300}
          required
          value={reason}
          error={tried && reason.trim().length < 3 ? text.reasonMissing : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}

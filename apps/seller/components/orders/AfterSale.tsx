import { Button, formatMoney, Notice } from '@mallhive/ui';
import Link from 'next/link';
import { useState } from 'react';
import { openLines } from '../../logic/shipping.ts';
import { afterSaleMessages } from '../../messages/after-sale.ts';
import type { AfterSalePart } from '../../types.ts';
import { ReturnBadge } from '../returns/ReturnBadge.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { Documents } from './Documents.tsx';
import { RefundDialog } from './RefundDialog.tsx';

interface AfterSaleProps {
  /** Null for an administrator, who acts for any seller. */
  sellerId: string | null;
  subOrder: AfterSalePart;
  mayRefund: boolean;
  /** Sends a refund again that failed; administrators alone may. */
  onRetry?: (refundId: string, toCredit: boolean) => void;
}

/** What can still be done with a paid order, what went back, and its returns. */
export function AfterSale({ sellerId, subOrder, mayRefund, onRetry }: AfterSaleProps) {
  const [asking, setAsking] = useState<'cancel' | 'refund' | null>(null);
  const { refunds, returns, refundable, status } = subOrder;
  const close = () => setAsking(null);
  const paid = status !== 'pending_payment' && status !== 'cancelled';
  return (
    <>
      {subOrder.exchangeOf ? <Notice tone="info">{afterSaleMessages.exchange}</Notice> : null}
      {returns.length > 0 ? (
        <ul className="divide-y divide-line">
          {returns.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              {sellerId ? (
                <Link href={`/returns/${one.id}`} className="font-medium hover:underline">
                  {afterSaleMessages.returns.one(one.number)}
                </Link>
              ) : (
                <span className="font-medium">{afterSaleMessages.returns.one(one.number)}</span>
              )}
              <ReturnBadge status={one.status} />
            </li>
          ))}
        </ul>
      ) : null}
      {refunds.length > 0 ? (
        <div>
          <h3 className="font-sans text-base font-semibold tracking-normal">{afterSaleMessages.refund.list}</h3>
          <ul className="divide-y divide-line">
            {refunds.map((refund) => (
              <li key={refund.id} className="flex flex-wrap items-baseline justify-between gap-3 py-2">
                <span>
                  {afterSaleMessages.refund.causes[refund.cause]}
                  <span className="block text-sm text-ink-soft">{afterSaleMessages.refund.status[refund.status]}</span>
                </span>
                <span className="flex items-center gap-3">
                  {refund.status === 'failed' && onRetry ? (
                    <>
                      <Button size="small" variant="secondary" onClick={() => onRetry(refund.id, false)}>
                        {afterSaleMessages.refund.retry}
                      </Button>
                      <Button size="small" variant="quiet" onClick={() => onRetry(refund.id, true)}>
                        {afterSaleMessages.refund.toCredit}
                      </Button>
                    </>
                  ) : null}
                  <span className="font-semibold tabular-nums">{formatMoney(refund.amount)}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <Documents sellerId={sellerId} documents={subOrder.documents} />
      {paid ? (
        <p className="flex flex-wrap gap-3">
          {openLines(subOrder).length > 0 ? (
            <Button variant="secondary" onClick={() => setAsking('cancel')}>
              {afterSaleMessages.cancel.open}
            </Button>
          ) : null}
          {refundable.amount > 0 && mayRefund ? (
            <Button variant="secondary" onClick={() => setAsking('refund')}>
              {afterSaleMessages.refund.open}
            </Button>
          ) : null}
        </p>
      ) : null}
      {asking === 'cancel' ? <CancelDialog sellerId={sellerId} subOrder={subOrder} onClose={close} /> : null}
      {asking === 'refund' ? <RefundDialog sellerId={sellerId} subOrder={subOrder} onClose={close} /> : null}
    </>
  );
}

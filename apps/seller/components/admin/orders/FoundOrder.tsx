import { useApi } from '@mallhive/api-client';
import { formatMoney } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { momentLabel } from '../../../logic/figures.ts';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { afterSaleMessages } from '../../../messages/after-sale.ts';
import type { FoundOrder as Order } from '../../../types.ts';
import { OrderStatusBadge } from '../../OrderList.tsx';
import { AfterSale } from '../../orders/AfterSale.tsx';

const text = afterSaleMessages.admin;

/** Any order, part by part, with what an administrator may do about it. */
export function FoundOrder({ order }: { order: Order }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const retry = useMutation(
    api.orders.retryRefund.mutationOptions({
      onSuccess: () => {
        toast.show({ message: afterSaleMessages.refund.retried });
      },
      onError: (error) => {
        const message = sayRefusal(error, afterSaleMessages.refund.refused, afterSaleMessages.failed);
        toast.show({ message, tone: 'danger' });
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.orders.pathKey() }),
    }),
  );
  return (
    <article className="grid max-w-3xl gap-5">
      <header>
        <h2 className="text-2xl">{order.number}</h2>
        <p className="text-ink-soft">
          {order.email} · {momentLabel(order.placedAt)}
        </p>
        <p>{text.totals(formatMoney(order.totals.total), formatMoney(order.refunds))}</p>
      </header>
      {order.subOrders.map((part) => (
        <section key={part.id} className="grid gap-4 rounded-tile border border-line bg-surface p-5 sm:p-6">
          <div className="flex flex-wrap items-start justify-between gap-3">
            <h3 className="text-lg">{text.part(part.seller.name, part.number)}</h3>
            <OrderStatusBadge status={part.status} />
          </div>
          <ul className="text-sm">
            {part.lines.map((line) => (
              <li key={line.id} className="flex justify-between gap-3 py-1">
                <span>
                  {line.quantity} × {line.title}
                  {line.cancelledQuantity > 0 ? ` · ${afterSaleMessages.cancelledOf(line.cancelledQuantity)}` : ''}
                  {line.returnedQuantity > 0 ? ` · ${afterSaleMessages.returnedOf(line.returnedQuantity)}` : ''}
                </span>
                <span className="tabular-nums">{formatMoney(line.total)}</span>
              </li>
            ))}
          </ul>
          <AfterSale
            sellerId={null}
            subOrder={part}
            mayRefund
            onRetry={(refundId, toCredit) => retry.mutate({ refundId, toCredit })}
          />
        </section>
      ))}
    </article>
  );
}

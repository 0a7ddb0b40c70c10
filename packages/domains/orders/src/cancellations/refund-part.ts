import { money } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { orderNotFound, refundExceeds } from '../errors.ts';
import { viewRefund } from '../order-view.ts';
import { assertManager, type SellerActor } from '../owner.ts';
import type { ChangeActor, LockedChange } from './change.repository.ts';
import type { refundPartInput, refundPartOutput } from './contract.ts';
import { detailMoney, leftOf, planRefund, refundEvent } from './plan-refund.ts';

type Reply = z.output<typeof refundPartOutput>;

/** Money without anything coming back. Two at once see each other: the second is told what is left. */
export async function refundPart(
  deps: Deps,
  actor: SellerActor,
  input: z.output<typeof refundPartInput>,
): Promise<Reply> {
  assertManager(actor, input.sellerId);
  return refundOfPart(
    deps,
    { subOrderId: input.subOrderId, sellerId: input.sellerId },
    { by: 'seller', id: actor.id ?? null },
    input,
  );
}

export async function refundOfPart(
  deps: Deps,
  which: { subOrderId: string; sellerId: string | null },
  actor: ChangeActor,
  input: Pick<z.output<typeof refundPartInput>, 'requestId' | 'amount' | 'reason'>,
): Promise<Reply> {
  const reply = await deps.changes.withLocked(which, (locked) =>
    refundLocked(deps, locked, which.subOrderId, actor, input),
  );
  if (!reply) throw orderNotFound();
  return reply;
}

async function refundLocked(
  deps: Deps,
  locked: LockedChange,
  subOrderId: string,
  actor: ChangeActor,
  { requestId, amount, reason }: Pick<z.output<typeof refundPartInput>, 'requestId' | 'amount' | 'reason'>,
): Promise<Reply | null> {
  const { order } = locked;
  const part = order.subOrders.find((candidate) => candidate.id === subOrderId);
  if (!part) return null;
  const { currency } = order;
  const left = leftOf(order, part);
  const known = part.refunds.find((refund) => refund.key === `goodwill:${requestId}`);
  if (known) return { refund: viewRefund(known, currency), left: money(left, currency) };
  if (amount > left) throw refundExceeds(left);
  const at = deps.clock.now();
  const tax = Math.round((amount * part.tax) / Math.max(1, part.total));
  const refund = planRefund(
    { order, part },
    { cause: 'goodwill', causeId: requestId, amount, shipping: 0, tax, reason, at },
  );
  if (!refund) throw refundExceeds(left);
  await locked.apply({
    subOrderId,
    subOrderStatus: part.status,
    orderStatus: order.status,
    lines: [],
    refund,
    actor,
    told: {
      kind: 'refund_planned',
      message: `${part.seller.name} gives money back`,
      detail: { seller: part.seller.name, ...detailMoney(order, refund) },
    },
    at,
  });
  await locked.audit({
    actor: { kind: actor.by, userId: actor.id },
    sellerId: part.seller.id,
    action: 'order.refund',
    objectType: 'order',
    objectId: order.id,
    changes: { amount: [0, amount], reason: [null, reason] },
    at,
  });
  await locked.append([refundEvent(order, part, refund, at)]);
  const planned = { ...refund, status: 'planned' as const, plannedAt: at.toISOString(), doneAt: null };
  return { refund: viewRefund(planned, currency), left: money(left - amount, currency) };
}

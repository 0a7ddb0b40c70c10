import type { z } from 'zod';
import type { ChangeActor } from '../cancellations/change.repository.ts';
import type { Deps } from '../deps.ts';
import { orderNotFound, returnNotOpen } from '../errors.ts';
import { returnChanged } from '../events.ts';
import { returnTransitions, step } from '../order-state.ts';
import { assertMember, type SellerActor } from '../owner.ts';
import type { decideReturnInput, sellerReturnInput } from './contract.ts';
import { readSellerReturn } from './read-returns.ts';
import { findReturn, tell } from './request-return.ts';
import { returnWrites } from './return.repository.ts';
import { returnFacts } from './return-facts.ts';

/** Approved with where to send it, or refused with a reason; refused units can be asked for again. Said twice it happens once. */
export async function decideReturn(deps: Deps, actor: SellerActor, input: z.output<typeof decideReturnInput>) {
  assertMember(actor, input.sellerId);
  const { sellerId, returnId, decision, text } = input;
  const event = decision === 'approve' ? 'approve' : 'refuse';
  await moveReturn(deps, { returnId, sellerId }, { by: 'seller', id: actor.id ?? null }, event, text);
  return readSellerReturn(deps, actor, { sellerId, returnId });
}

/** The parcel is here; it can be looked at now. */
export async function receiveReturn(deps: Deps, actor: SellerActor, input: z.output<typeof sellerReturnInput>) {
  assertMember(actor, input.sellerId);
  const { sellerId, returnId } = input;
  await moveReturn(deps, { returnId, sellerId }, { by: 'seller', id: actor.id ?? null }, 'receive', '');
  return readSellerReturn(deps, actor, { sellerId, returnId });
}

const kinds = {
  approve: { kind: 'return_approved', state: 'approved' },
  refuse: { kind: 'return_refused', state: 'refused' },
  receive: { kind: 'return_received', state: 'received' },
} as const;

async function moveReturn(
  deps: Deps,
  which: { returnId: string; sellerId: string },
  actor: ChangeActor,
  event: keyof typeof kinds,
  text: string,
): Promise<void> {
  const order = await deps.returns.orderOf(which.returnId, which.sellerId);
  if (!order) throw orderNotFound();
  await deps.changes.withLocked({ orderId: order.id }, async (locked) => {
    const found = findReturn(locked.order.subOrders, which.returnId);
    if (!found) throw orderNotFound();
    const { part, one } = found;
    const { kind, state } = kinds[event];
    if (one.status === state) return;
    const moved = step(returnTransitions, one.status, event);
    if (!moved.ok) throw returnNotOpen(one.status);
    const at = deps.clock.now();
    const said = event === 'approve' ? { instructions: text } : event === 'refuse' ? { decision: text } : {};
    await returnWrites.move(locked.tx, one.id, moved.to, at, said);
    const message = `Return ${one.number} ${state}`;
    if (event === 'refuse') {
      await locked.apply({
        subOrderId: part.id,
        subOrderStatus: part.status,
        orderStatus: locked.order.status,
        lines: one.lines.map(({ orderLineId, quantity }) => ({ orderLineId, returned: -quantity })),
        refund: null,
        actor,
        told: { kind, message, detail: { number: one.number, seller: part.seller.name } },
        at,
      });
    } else {
      await tell(locked, part, kind, message, one.number, at);
    }
    await locked.audit({
      actor: { kind: actor.by, userId: actor.id },
      sellerId: part.seller.id,
      action: `return.${event}`,
      objectType: 'return',
      objectId: one.id,
      changes: { status: [one.status, moved.to] },
      at,
    });
    const facts = returnFacts(locked.order, part, one);
    await locked.append([returnChanged.create({ ...facts, state, text, refund: 0, restock: [], exchange: null }, at)]);
  });
}

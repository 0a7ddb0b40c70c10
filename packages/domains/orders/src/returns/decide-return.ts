import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { orderNotFound, returnNotOpen } from '../errors.ts';
import { returnChanged } from '../events.ts';
import { returnTransitions, step } from '../order-state.ts';
import type { decideAnyReturnInput } from './contract.ts';
import type { ReturnKeeper } from './keeper.ts';
import { readReturn } from './read-returns.ts';
import { findReturn, tell } from './request-return.ts';
import { returnWrites } from './return.repository.ts';
import { returnFacts } from './return-facts.ts';

/** Approved with where to send it, or refused with a reason; refused units can be asked for again. Said twice it happens once. */
export async function decideReturn(deps: Deps, keeper: ReturnKeeper, input: z.output<typeof decideAnyReturnInput>) {
  const { returnId, decision, text } = input;
  const event = decision === 'approve' ? 'approve' : 'refuse';
  await moveReturn(deps, keeper, returnId, event, text);
  return readReturn(deps, keeper, returnId);
}

/** The parcel is here; it can be looked at now. */
export async function receiveReturn(deps: Deps, keeper: ReturnKeeper, returnId: string) {
  await moveReturn(deps, keeper, returnId, 'receive', '');
  return readReturn(deps, keeper, returnId);
}

const kinds = {
  approve: { kind: 'return_approved', state: 'approved' },
  refuse: { kind: 'return_refused', state: 'refused' },
  receive: { kind: 'return_received', state: 'received' },
} as const;

async function moveReturn(
  deps: Deps,
  { sellerId, by, id }: ReturnKeeper,
  returnId: string,
  event: keyof typeof kinds,
  text: string,
): Promise<void> {
  const order = await deps.returns.orderOf(returnId, sellerId);
  if (!order) throw orderNotFound();
  await deps.changes.withLocked({ orderId: order.id }, async (locked) => {
    const found = findReturn(locked.order.subOrders, returnId);
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
        actor: { by, id },
        told: { kind, message, detail: { number: one.number, seller: part.seller.name } },
        at,
      });
    } else {
      await tell(locked, part, kind, message, one.number, at);
    }
    await locked.audit({
      actor: { kind: by, userId: id },
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

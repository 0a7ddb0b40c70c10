import type { z } from 'zod';
import { opens } from './access-token.ts';
import type { lookUpInput, Order, orderInput } from './contract.ts';
import type { Deps } from './deps.ts';
import { orderNotFound } from './errors.ts';
import type { OrderDocument } from './order.ts';
import { viewOrder } from './order-view.ts';

async function show(deps: Deps, document: OrderDocument): Promise<Order> {
  const [payment] = await deps.payments.forOrders([document.id]);
  return viewOrder(document, payment, deps.returnDays);
}

/** By the confirmation link's token, or by its signed-in owner; anybody else learns nothing. */
export async function readOrder(
  deps: Deps,
  userId: string | null,
  { orderId, accessToken }: z.output<typeof orderInput>,
): Promise<Order> {
  const document = await deps.orders.byId(orderId);
  const isOwner = document !== null && userId !== null && document.userId === userId;
  const hasToken = document !== null && accessToken !== undefined && opens(accessToken, document.accessTokenHash);
  if (!document || !(isOwner || hasToken)) throw orderNotFound();
  return show(deps, document);
}

/** The same answer whether the number or the e-mail is wrong. */
export async function lookUpOrder(deps: Deps, { number, email }: z.output<typeof lookUpInput>): Promise<Order> {
  const document = await deps.orders.byNumber(number, email);
  if (!document) throw orderNotFound();
  return show(deps, document);
}

/** By its number alone: for administrators. */
export async function findOrder(deps: Deps, number: string): Promise<Order> {
  const document = await deps.orders.byNumber(number, null);
  if (!document) throw orderNotFound();
  return show(deps, document);
}

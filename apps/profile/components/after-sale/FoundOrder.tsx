import { useState } from 'react';
import type { Order } from '../../types.ts';
import { OrderView } from '../OrderView.tsx';
import { useOrderActions } from './use-order-actions.ts';

/** An order that a guest has looked up: number and e-mail open it, and the token that came with it lets them act. */
export function FoundOrder({ order: first, accessToken }: { order: Order; accessToken: string }) {
  const [order, setOrder] = useState(first);
  const actions = useOrderActions(order, accessToken, setOrder);
  return <OrderView order={order} actions={actions} />;
}

import type { Cart } from '../types.ts';

/** Between the tabs of one browser. `stale` also comes from the checkout, after an order has emptied the cart. */
export type CartMessage = { kind: 'cart'; cart: Cart; locale: string } | { kind: 'stale' };

const name = 'mallhive-cart';
const supported = () => typeof BroadcastChannel === 'function';

export function tellOtherTabs(message: CartMessage): void {
  if (!supported()) return;
  const channel = new BroadcastChannel(name);
  channel.postMessage(message);
  channel.close();
}

/** Returns what stops listening. */
export function listenToOtherTabs(listener: (message: CartMessage) => void): () => void {
  if (!supported()) return () => undefined;
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<CartMessage>) => {
    if (event.data?.kind === 'cart' || event.data?.kind === 'stale') listener(event.data);
  };
  return () => channel.close();
}

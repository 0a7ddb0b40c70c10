import type { Speech } from '@mallhive/ui';
import type { en } from '../messages/en.ts';
import type { Checkout } from '../types.ts';

/** What changed in the cart, in the shopper's own language; what this release does not know, as the server says it. */
export function noticeText(
  { message, detail }: Checkout['notices'][number],
  text: (typeof en)['page']['notice'],
  say: Speech['say'],
): string {
  switch (detail?.kind) {
    case 'price-changed':
      return say(text.price, { title: detail.title, from: detail.from, to: detail.to });
    case 'sold-out':
      return say(text.soldOut, { title: detail.title });
    case 'quantity-limited':
      return say(text.limited, { title: detail.title, count: detail.available });
    case 'withdrawn':
      return detail.title ? say(text.withdrawn, { title: detail.title }) : text.gone;
    default:
      return message;
  }
}

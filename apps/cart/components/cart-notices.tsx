import { formatMoney, Notice } from '@mallhive/ui';
import { messages } from '../messages.ts';
import type { CartNotice } from '../types.ts';

const text = messages.page;

function sentence(notice: CartNotice): string {
  switch (notice.kind) {
    case 'price-changed': {
      const say = notice.to.amount > notice.from.amount ? text.notice.priceUp : text.notice.priceDown;
      return say(notice.title, formatMoney(notice.from), formatMoney(notice.to));
    }
    case 'sold-out':
      return text.notice.soldOut(notice.title);
    case 'quantity-limited':
      return text.notice.limited(notice.title, notice.available);
    case 'withdrawn':
      return text.notice.withdrawn(notice.title);
  }
}

/** What is different since the shopper last looked. */
export function CartNotices({ notices }: { notices: readonly CartNotice[] }) {
  if (notices.length === 0) return null;
  return (
    <Notice tone="caution" title={text.noticesTitle} role="status">
      <ul className="mt-1 list-disc pl-5">
        {notices.map((notice) => (
          <li key={`${notice.kind} ${notice.variantId}`}>{sentence(notice)}</li>
        ))}
      </ul>
    </Notice>
  );
}

import { Notice, type Speech, useI18n } from '@mallhive/ui';
import { useTexts } from '../texts.ts';
import type { CartNotice } from '../types.ts';

type Words = ReturnType<typeof useTexts>['page'];

function sentence(notice: CartNotice, { notice: text }: Words, say: Speech['say']): string {
  const { title } = notice;
  switch (notice.kind) {
    case 'price-changed': {
      const { from, to } = notice;
      return say(to.amount > from.amount ? text.priceUp : text.priceDown, { title, from, to });
    }
    case 'sold-out':
      return say(text.soldOut, { title });
    case 'quantity-limited':
      return say(text.limited, { title, count: notice.available });
    case 'withdrawn':
      // Gone without a trace, or not sold in this currency: nobody knows its name.
      return title ? say(text.withdrawn, { title }) : text.gone;
  }
}

/** What is different since the shopper last looked. */
export function CartNotices({ notices }: { notices: readonly CartNotice[] }) {
  const text = useTexts().page;
  const { say } = useI18n();
  if (notices.length === 0) return null;
  return (
    <Notice tone="caution" title={text.noticesTitle} role="status">
      <ul className="mt-1 list-disc ps-5">
        {notices.map((notice) => (
          <li key={`${notice.kind} ${notice.variantId}`}>{sentence(notice, text, say)}</li>
        ))}
      </ul>
    </Notice>
  );
}

import { ChevronRightIcon, Picture, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { dayFormat } from '../logic/dates.ts';
import { useTexts } from '../texts.ts';
import type { OrderSummary } from '../types.ts';
import { OrderBadge } from './status-badge.tsx';

const shownImages = 4;

function Thumbnails({ order }: { order: OrderSummary }) {
  const images = order.images.length > 0 ? order.images.slice(0, shownImages) : [null];
  return (
    <span className="flex -space-x-4" aria-hidden="true">
      {images.map((url, index) => (
        <Picture
          key={url ?? index}
          image={url ? { url, alt: '', width: 160, height: 160 } : null}
          alt=""
          sizes="3.5rem"
          ratio={1}
          rounded
          className="w-14 border-2 border-surface"
        />
      ))}
    </span>
  );
}

export function OrderCards({ orders, headingLevel = 2 }: { orders: readonly OrderSummary[]; headingLevel?: 2 | 3 }) {
  const text = useTexts().orders;
  const { say, date, money } = useI18n();
  const Heading = `h${headingLevel}` as const;
  return (
    <ul className="grid gap-4">
      {orders.map((order) => (
        <li
          key={order.id}
          className="relative flex flex-wrap items-center gap-x-5 gap-y-3 rounded-tile border border-line bg-surface p-5 transition-shadow hover:shadow-soft"
        >
          <Thumbnails order={order} />
          <div className="min-w-40 flex-1">
            <Heading className="font-sans text-base font-semibold tracking-normal">
              <Link href={`/account/orders/${order.id}`} className="after:absolute after:inset-0 hover:underline">
                {say(text.open, { number: order.number })}
              </Link>
            </Heading>
            <p className="text-sm text-ink-soft">
              {say(text.placed, { day: date(order.placedAt, dayFormat) })} ·{' '}
              {say(text.items, { count: order.itemCount })}
            </p>
          </div>
          <OrderBadge status={order.status} />
          <span className="ms-auto flex items-center gap-2 font-semibold tabular-nums">
            {money(order.total)}
            <ChevronRightIcon className="rtl:-scale-x-100" />
          </span>
        </li>
      ))}
    </ul>
  );
}

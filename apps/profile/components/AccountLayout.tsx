import { Container } from '@mallhive/ui';
import Link from 'next/link';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../texts.ts';

const places = [
  { id: 'overview', href: '/account' },
  { id: 'orders', href: '/account/orders' },
  { id: 'wishlist', href: '/account/wishlist' },
  { id: 'credit', href: '/account/credit' },
  { id: 'cards', href: '/account/cards' },
  { id: 'inbox', href: '/account/inbox' },
  { id: 'notifications', href: '/account/notifications' },
  { id: 'security', href: '/account/security' },
  { id: 'data', href: '/account/data' },
  { id: 'lookUp', href: '/orders/look-up' },
] as const;

export type Place = (typeof places)[number]['id'];

export function AccountLayout({ current, children }: { current: Place; children: ReactNode }) {
  const text = useTexts().nav;
  const nav = useRef<HTMLElement>(null);
  // On a phone the row of places is wider than the screen: the one that is open comes into its middle.
  useEffect(() => {
    const [row, open] = [nav.current, nav.current?.querySelector(`[data-place=${current}]`)];
    if (!row || !open) return;
    const [outer, inner] = [row.getBoundingClientRect(), open.getBoundingClientRect()];
    row.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
  }, [current]);
  return (
    <Container className="py-8 lg:py-12">
      <div className="grid gap-8 lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-14">
        <nav
          ref={nav}
          aria-label={text.label}
          className="-mx-gutter overflow-x-auto px-gutter lg:mx-0 lg:overflow-visible lg:px-0"
        >
          <ul className="flex gap-1 lg:sticky lg:top-24 lg:grid">
            {places.map((place) => (
              <li key={place.id}>
                <Link
                  href={place.href}
                  data-place={place.id}
                  aria-current={place.id === current ? 'page' : undefined}
                  className="block rounded-control px-4 py-2.5 whitespace-nowrap hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-semibold"
                >
                  {text[place.id]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="min-w-0">{children}</div>
      </div>
    </Container>
  );
}

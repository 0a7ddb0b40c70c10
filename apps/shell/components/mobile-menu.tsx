import { ChevronRightIcon, CloseIcon, MenuIcon } from '@mallhive/ui';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { useEffect, useRef } from 'react';
import type { NavigationCategory } from '../lib/top-categories.ts';
import { messages } from '../messages.ts';

/** The categories on a phone: a modal dialog from the left, so focus and Escape are the browser's own. */
export function MobileMenu({ categories }: { categories: NavigationCategory[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { events } = useRouter();
  useEffect(() => {
    const close = () => dialog.current?.close();
    events.on('routeChangeStart', close);
    return () => events.off('routeChangeStart', close);
  }, [events]);
  const item = 'flex items-center justify-between rounded-control px-3 py-3.5 text-lg hover:bg-sunken';
  return (
    <>
      <button
        type="button"
        className="mh-icon-button -ml-2"
        aria-label={messages.header.menu}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <MenuIcon />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the menu closes it; the keyboard has Escape */}
      <dialog
        ref={dialog}
        aria-label={messages.header.menu}
        className="m-0 h-dvh max-h-none w-[min(22rem,88vw)] bg-paper p-4 text-ink backdrop:bg-[var(--mh-scrim)]"
        onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
      >
        <div className="mb-3 flex items-center justify-between">
          <p className="px-3 font-display text-2xl">{messages.header.categories}</p>
          <button
            type="button"
            className="mh-icon-button"
            aria-label={messages.header.closeMenu}
            onClick={() => dialog.current?.close()}
          >
            <CloseIcon />
          </button>
        </div>
        <nav aria-label={messages.header.categories}>
          <ul>
            <li>
              <Link href="/sale" className={`${item} font-semibold text-sale`}>
                {messages.header.sale} <ChevronRightIcon />
              </Link>
            </li>
            {categories.map(({ name, path }) => (
              <li key={path}>
                <Link href={`/c/${path}`} prefetch={false} className={item}>
                  {name} <ChevronRightIcon />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </dialog>
    </>
  );
}

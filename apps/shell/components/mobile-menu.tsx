import { ChevronRightIcon, CloseIcon, MenuIcon } from '@mallhive/ui';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { useEffect, useRef } from 'react';
import type { NavigationCategory } from '../lib/top-categories.ts';
import { useTexts } from '../texts.ts';
import { RegionChoice } from './region-choice.tsx';

/** The categories on a phone: a modal dialog from the side where lines begin, so focus and Escape are the browser's own. */
export function MobileMenu({ categories, path }: { categories: NavigationCategory[]; path: string }) {
  const texts = useTexts();
  const text = texts.header;
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
        className="mh-icon-button -ms-2"
        aria-label={text.menu}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <MenuIcon />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the menu closes it; the keyboard has Escape */}
      <dialog
        ref={dialog}
        aria-label={text.menu}
        className="ms-0 me-auto my-0 h-dvh max-h-none w-[min(22rem,88vw)] bg-paper p-4 text-ink backdrop:bg-[var(--mh-scrim)]"
        onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
      >
        <div className="mb-3 flex items-center justify-between">
          <p className="px-3 font-display text-2xl">{text.categories}</p>
          <button
            type="button"
            className="mh-icon-button"
            aria-label={text.closeMenu}
            onClick={() => dialog.current?.close()}
          >
            <CloseIcon />
          </button>
        </div>
        <nav aria-label={text.categories}>
          <ul>
            <li>
              <Link href="/sale" className={`${item} font-semibold text-sale`}>
                {text.sale} <ChevronRightIcon />
              </Link>
            </li>
            {categories.map(({ name, path: at }) => (
              <li key={at}>
                <Link href={`/c/${at}`} prefetch={false} className={item}>
                  {name} <ChevronRightIcon />
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <section aria-label={texts.region.title} className="mt-4 border-line border-t pt-4">
          <RegionChoice path={path} />
        </section>
      </dialog>
    </>
  );
}

import { useApi } from '@mallhive/api-client';
import { localisedPath, UserIcon, useI18n } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useId } from 'react';
import { useTexts } from '../texts.ts';
import { InboxBell, useUnread } from './inbox-bell.tsx';
import { usePopup } from './use-popup.ts';

/** Who is signed in is asked in the browser: the page's HTML is the same for everybody. */
export function AccountMenu({ sellerUrl }: { sellerUrl?: string }) {
  const { open, setOpen, root, button } = usePopup();
  const id = useId();
  const me = useQuery(useApi().identity.me.queryOptions(undefined, { staleTime: 60_000 }));
  const user = me.data?.user;
  const unread = useUnread(Boolean(user));
  const item = 'block rounded-control px-3 py-2.5 hover:bg-sunken';
  const text = useTexts().header;
  const { say, locale } = useI18n();
  return (
    <>
      {user ? <InboxBell unread={unread} /> : null}
      <div ref={root} className="relative">
        <button
          ref={button}
          type="button"
          className="mh-icon-button"
          aria-label={text.account}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <UserIcon />
          {user ? <span className="absolute end-2 top-2 size-2 rounded-full bg-accent" /> : null}
        </button>
        <nav
          id={id}
          hidden={!open}
          aria-label={text.account}
          className="absolute end-0 z-40 mt-2 w-64 rounded-tile border border-line bg-surface p-2 shadow-lift"
        >
          {user ? (
            <>
              <p className="truncate px-3 py-2 text-ink-soft text-sm">{say(text.signedInAs, { name: user.name })}</p>
              <Link className={item} href="/account">
                {text.yourAccount}
              </Link>
              <Link className={item} href="/account/orders">
                {text.yourOrders}
              </Link>
              <Link className={item} href="/account/wishlist">
                {text.yourWishlist}
              </Link>
              <Link className={item} href="/account/inbox">
                {unread > 0 ? say(text.unread, { count: unread }) : text.yourInbox}
              </Link>
              {user.memberships.length > 0 && sellerUrl ? (
                <a className={item} href={sellerUrl}>
                  {text.sellerDashboard}
                </a>
              ) : null}
              <button
                type="button"
                className={`${item} w-full text-start`}
                onClick={() => signOut(localisedPath(locale, '/'))}
              >
                {text.signOut}
              </button>
            </>
          ) : (
            <>
              <Link className={`${item} font-semibold`} href="/sign-in">
                {text.signIn}
              </Link>
              <Link className={item} href="/register">
                {text.register}
              </Link>
              <Link className={item} href="/orders/look-up">
                {text.findOrder}
              </Link>
            </>
          )}
        </nav>
      </div>
    </>
  );
}

/** Loaded when it is needed: most visits never sign out. */
async function signOut(callbackUrl: string) {
  const { signOut: leave } = await import('next-auth/react');
  await leave({ callbackUrl });
}

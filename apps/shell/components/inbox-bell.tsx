import { useApi } from '@mallhive/api-client';
import { BellIcon, useI18n } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTexts } from '../texts.ts';

/** Asked again while the page is seen: what arrives shows by itself. */
const refreshMs = 30_000;

/** Of who is signed in. */
export function useUnread(signedIn: boolean): number {
  const options = { enabled: signedIn, refetchInterval: refreshMs, staleTime: 10_000 };
  return useQuery(useApi().notifications.unread.queryOptions(undefined, options)).data?.unread ?? 0;
}

/** On a phone the inbox stands in the account's menu. */
export function InboxBell({ unread }: { unread: number }) {
  const text = useTexts().header;
  const { say } = useI18n();
  return (
    <Link
      href="/account/inbox"
      className="mh-icon-button relative hidden sm:grid"
      aria-label={unread > 0 ? say(text.unread, { count: unread }) : text.yourInbox}
    >
      <BellIcon />
      {unread > 0 ? (
        <span
          aria-hidden="true"
          className="absolute end-0.5 top-0.5 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1 font-semibold text-accent-ink text-xs"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      ) : null}
    </Link>
  );
}

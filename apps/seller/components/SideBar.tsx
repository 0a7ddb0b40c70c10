import {
  Button,
  ChartIcon,
  ExternalIcon,
  Logo,
  Monogram,
  PackageIcon,
  SelectField,
  SignOutIcon,
  TruckIcon,
} from '@mallhive/ui';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { signOut } from 'next-auth/react';
import { organisationCookie } from '../logic/organisation.ts';
import { messages } from '../messages.ts';
import type { Membership, User } from '../types.ts';

const text = messages.nav;
const places = [
  { href: '/', label: text.overview, icon: <ChartIcon />, own: (path: string) => path === '/' },
  { href: '/orders', label: text.orders, icon: <TruckIcon />, own: (path: string) => path.startsWith('/orders') },
  {
    href: '/products',
    label: text.products,
    icon: <PackageIcon />,
    own: (path: string) => path.startsWith('/products'),
  },
] as const;

interface SideBarProps {
  user: User;
  organisation: Membership | null;
  shopUrl: string;
}

function Switcher({ user, organisation }: { user: User; organisation: Membership }) {
  const router = useRouter();
  if (user.memberships.length < 2) {
    return (
      <p className="flex items-center gap-3 font-semibold">
        <Monogram name={organisation.name} size={36} />
        <span className="min-w-0 truncate">{organisation.name}</span>
      </p>
    );
  }
  return (
    <SelectField
      label={messages.organisation}
      hideLabel
      value={organisation.sellerId}
      options={user.memberships.map(({ sellerId, name }) => ({ value: sellerId, label: name }))}
      onChange={(event) => {
        const year = 31_536_000;
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
        document.cookie = `${organisationCookie}=${event.currentTarget.value}; path=/; max-age=${year}; samesite=lax`;
        // A thing of one organisation is not found in another: back to the list it is in.
        void router.replace(router.pathname.includes('[') ? router.pathname.replace(/\/\[.*$/, '') : router.asPath);
      }}
    />
  );
}

/** At the side on a wide screen; on a phone at the top, with the places in a row that scrolls. */
export function SideBar({ user, organisation, shopUrl }: SideBarProps) {
  const { pathname } = useRouter();
  return (
    <header className="border-line bg-surface max-lg:border-b lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:border-r">
      <div className="flex items-center justify-between gap-4 px-gutter py-3 lg:grid lg:gap-6 lg:px-5 lg:py-7">
        <Link href="/" aria-label={messages.app}>
          <Logo />
        </Link>
        {organisation ? (
          <div className="min-w-0 max-lg:max-w-48">
            <Switcher user={user} organisation={organisation} />
          </div>
        ) : null}
      </div>
      {organisation ? (
        <nav aria-label={messages.navigation} className="overflow-x-auto px-gutter max-lg:pb-2 lg:px-3">
          <ul className="flex gap-1 lg:grid">
            {places.map((place) => (
              <li key={place.href}>
                <Link
                  href={place.href}
                  aria-current={place.own(pathname) ? 'page' : undefined}
                  className="flex items-center gap-3 rounded-control px-3 py-2.5 whitespace-nowrap hover:bg-sunken aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold"
                >
                  {place.icon}
                  {place.label}
                </Link>
              </li>
            ))}
            <li className="ml-auto lg:hidden">
              <SignOut />
            </li>
          </ul>
        </nav>
      ) : null}
      <div className="mt-auto hidden gap-2 border-t border-line px-5 py-5 lg:grid">
        {organisation ? (
          <a
            href={`${shopUrl}/s/${organisation.slug}`}
            className="flex items-center gap-2 py-1.5 text-sm text-ink-soft hover:text-ink hover:underline"
          >
            <ExternalIcon />
            {text.shop}
          </a>
        ) : null}
        <p className="truncate text-sm text-ink-soft">{user.email}</p>
        <SignOut />
      </div>
    </header>
  );
}

function SignOut() {
  return (
    <Button variant="quiet" size="small" onClick={() => void signOut({ callbackUrl: '/sign-in' })}>
      <SignOutIcon />
      {messages.signOut}
    </Button>
  );
}

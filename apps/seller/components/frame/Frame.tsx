import { Breadcrumbs, Drawer, Logo } from '@mallhive/ui';
import { useToastLift } from '@mallhive/ui/toast';
import Head from 'next/head';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { type ReactNode, useEffect, useState } from 'react';
import { frameMessages as text } from '../../messages/frame.ts';
import { messages } from '../../messages.ts';
import type { PlaceGroup } from '../../navigation.ts';
import { ConfirmProvider } from './confirm.tsx';
import { NavList } from './NavList.tsx';
import { PhoneBar } from './PhoneBar.tsx';
import { UserMenu, type UserMenuProps } from './UserMenu.tsx';

export interface Crumb {
  label: string;
  href?: string;
}

interface FrameProps extends UserMenuProps {
  title: string;
  /** From the page's list down to the page; without it only the title. */
  crumbs?: Crumb[];
  groups: readonly PlaceGroup[];
  /** Above the places: whose shop it is. */
  head: ReactNode;
  children: ReactNode;
}

/** Side bar, top bar and, on a phone, bar at the lower edge and drawer: around every page of both areas. */
export function Frame({ title, crumbs, groups, head, children, ...user }: FrameProps) {
  const [drawer, setDrawer] = useState(false);
  const { asPath } = useRouter();
  const homeHref = user.area === 'admin' ? '/admin' : '/';
  useToastLift('4.5rem');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes when the page changes.
  useEffect(() => setDrawer(false), [asPath]);
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[16rem_minmax(0,1fr)] print:block">
      <Head>
        <title>{messages.title(title)}</title>
      </Head>
      <a
        href="#content"
        className="absolute top-2 left-2 z-50 -translate-y-20 rounded-control bg-inverse px-4 py-2 text-inverse-ink focus:translate-y-0"
      >
        {text.skip}
      </a>
      <header className="sticky top-0 hidden h-dvh overflow-y-auto border-r border-line bg-surface lg:block print:hidden">
        <div className="grid gap-6 px-5 py-6">
          <Link href={homeHref} aria-label={text.app} className="w-fit">
            <Logo />
          </Link>
          {head}
        </div>
        <div className="px-2 pb-8">
          <NavList label={text.navigation} groups={groups} />
        </div>
      </header>
      <div className="min-w-0">
        <div className="sticky top-0 z-20 flex h-14 items-center gap-3 border-b border-line bg-paper/95 px-gutter backdrop-blur lg:px-10 print:hidden">
          <Link href={homeHref} aria-label={text.app} className="lg:hidden">
            <Logo markOnly />
          </Link>
          <div className="min-w-0 flex-1 overflow-hidden">
            <Breadcrumbs as={Link} items={crumbs && crumbs.length > 0 ? crumbs : [{ label: title }]} />
          </div>
          <UserMenu {...user} />
        </div>
        <main
          id="content"
          tabIndex={-1}
          className="min-w-0 px-gutter pt-6 pb-24 outline-none lg:px-10 lg:pt-8 lg:pb-12 print:p-0"
        >
          <ConfirmProvider>{children}</ConfirmProvider>
        </main>
      </div>
      <PhoneBar groups={groups} onMore={() => setDrawer(true)} />
      <Drawer side="left" open={drawer} onClose={() => setDrawer(false)} title={text.menu}>
        <div className="grid gap-6">
          {head}
          <NavList label={text.navigation} groups={groups} />
        </div>
      </Drawer>
    </div>
  );
}

import { EmptyState, LinkButton, StoreIcon } from '@mallhive/ui';
import Head from 'next/head';
import type { ReactNode } from 'react';
import type { SellerPageProps } from '../lib/seller-page.ts';
import { messages } from '../messages.ts';
import { OrganisationProvider } from './organisation.tsx';
import { SideBar } from './SideBar.tsx';

interface DashboardProps extends SellerPageProps {
  title: string;
  children: ReactNode;
}

/** Frame of every page; what is inside begins anew when another organisation is chosen. */
export function Dashboard({ title, user, organisation, shopUrl, children }: DashboardProps) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[16rem_minmax(0,1fr)]">
      <Head>
        <title>{messages.title(title)}</title>
      </Head>
      <a
        href="#content"
        className="absolute top-2 left-2 z-50 -translate-y-20 rounded-control bg-inverse px-4 py-2 text-inverse-ink focus:translate-y-0"
      >
        {messages.nav.skip}
      </a>
      <SideBar user={user} organisation={organisation} shopUrl={shopUrl} />
      <main id="content" tabIndex={-1} className="min-w-0 px-gutter py-6 outline-none lg:px-10 lg:py-10">
        {organisation ? (
          <OrganisationProvider key={organisation.sellerId} organisation={organisation}>
            {children}
          </OrganisationProvider>
        ) : (
          <EmptyState
            level={1}
            icon={<StoreIcon />}
            title={messages.none.title}
            actions={<LinkButton href={shopUrl}>{messages.signIn.toShop}</LinkButton>}
          >
            {messages.none.text(user.email)}
          </EmptyState>
        )}
      </main>
    </div>
  );
}

import { EmptyState, LinkButton, LockIcon, StoreIcon } from '@mallhive/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { SellerPageProps } from '../lib/seller-page.ts';
import { frameMessages } from '../messages/frame.ts';
import { messages } from '../messages.ts';
import { placesFor, sellerNavigation } from '../navigation.ts';
import type { Membership } from '../types.ts';
import { type Crumb, Frame } from './frame/Frame.tsx';
import { OrganisationSwitcher } from './frame/OrganisationSwitcher.tsx';
import { OrganisationProvider } from './organisation.tsx';

interface DashboardProps extends SellerPageProps {
  title: string;
  crumbs?: Crumb[];
  /** Who may open the page; without it everybody in the organisation. The server refuses the data again. */
  roles?: readonly Membership['role'][];
  /** What somebody without an organisation sees instead of the way to the shop. */
  withoutOrganisation?: ReactNode;
  children: ReactNode;
}

/** Frame of every page of a seller; what is inside begins anew when another organisation is chosen. */
export function Dashboard({ title, crumbs, roles, withoutOrganisation, children, ...page }: DashboardProps) {
  const { user, organisation, shopUrl } = page;
  return (
    <Frame
      title={title}
      crumbs={crumbs}
      user={user}
      organisation={organisation}
      shopUrl={shopUrl}
      area="seller"
      groups={organisation ? placesFor(sellerNavigation, organisation.role) : []}
      head={organisation ? <OrganisationSwitcher user={user} organisation={organisation} /> : null}
    >
      {organisation ? (
        <OrganisationProvider key={organisation.sellerId} organisation={organisation}>
          {!roles || roles.includes(organisation.role) ? children : <NotAllowed />}
        </OrganisationProvider>
      ) : (
        (withoutOrganisation ?? (
          <EmptyState
            level={1}
            icon={<StoreIcon />}
            title={messages.none.title}
            actions={<LinkButton href={shopUrl}>{messages.signIn.toShop}</LinkButton>}
          >
            {messages.none.text(user.email)}
          </EmptyState>
        ))
      )}
    </Frame>
  );
}

function NotAllowed() {
  const text = frameMessages.notAllowed;
  return (
    <EmptyState
      level={1}
      icon={<LockIcon />}
      title={text.title}
      actions={
        <LinkButton as={Link} href="/">
          {text.home}
        </LinkButton>
      }
    >
      {text.text}
    </EmptyState>
  );
}

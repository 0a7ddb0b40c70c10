import { ShieldIcon } from '@mallhive/ui';
import type { ReactNode } from 'react';
import type { SellerPageProps } from '../lib/seller-page.ts';
import { frameMessages as text } from '../messages/frame.ts';
import { adminNavigation } from '../navigation.ts';
import { type Crumb, Frame } from './frame/Frame.tsx';

interface AdminDashboardProps extends SellerPageProps {
  title: string;
  crumbs?: Crumb[];
  children: ReactNode;
}

/** Frame of every page of the administrators. `adminPage` lets nobody else in. */
export function AdminDashboard({ title, crumbs, children, user, organisation, shopUrl }: AdminDashboardProps) {
  return (
    <Frame
      title={title}
      crumbs={crumbs}
      user={user}
      organisation={organisation}
      shopUrl={shopUrl}
      area="admin"
      groups={adminNavigation}
      head={
        <p className="flex items-center gap-3 font-semibold">
          <span className="grid size-10 place-items-center rounded-full bg-accent-soft text-accent-strong">
            <ShieldIcon />
          </span>
          {text.adminArea}
        </p>
      }
    >
      {children}
    </Frame>
  );
}

import { useApi } from '@mallhive/api-client';
import { ArrowRightIcon, Skeleton } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { AdminDashboard } from '../../components/AdminDashboard.tsx';
import { PlaceIcon, type PlaceIconName } from '../../components/frame/place-icon.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { adminPage, type SellerPageProps } from '../../lib/seller-page.ts';
import { adminMessages } from '../../messages/admin.ts';
import { adminNavigation } from '../../navigation.ts';

const text = adminMessages.home;

interface QueueProps {
  href: string;
  icon: PlaceIconName;
  label: string;
  count: number | undefined;
  failed: boolean;
}

function Queue({ href, icon, label, count, failed }: QueueProps) {
  return (
    <li>
      <Link
        href={href}
        className="grid h-full gap-3 rounded-tile border border-line bg-surface p-5 hover:border-line-strong hover:shadow-soft"
      >
        <span className="flex items-center gap-3 text-ink-soft">
          <PlaceIcon name={icon} />
          {label}
        </span>
        <span className="font-display text-4xl tabular-nums">
          {count === undefined ? failed ? '–' : <Skeleton className="h-9 w-16" /> : count.toLocaleString('en-GB')}
        </span>
        <span className="flex items-center gap-2 text-sm text-accent-strong">
          {count === 0 ? text.none : text.open}
          <ArrowRightIcon />
        </span>
      </Link>
    </li>
  );
}

const refetchInterval = 30_000;

/** What waits in each queue, by its address. */
function useWaiting(): Record<string, { count: number | undefined; failed: boolean }> {
  const api = useApi();
  const products = useQuery(api.catalog.adminCounts.queryOptions(undefined, { refetchInterval }));
  const sellers = useQuery(api.identity.sellers.queryOptions({ status: 'pending', limit: 1 }, { refetchInterval }));
  const reviews = useQuery(api.catalog.reviewQueue.queryOptions({ limit: 1 }, { refetchInterval }));
  return {
    '/admin/products': { count: products.data?.moderation, failed: products.isError },
    '/admin/sellers': { count: sellers.data?.counts.pending, failed: sellers.isError },
    '/admin/reviews': { count: reviews.data?.counts.reported, failed: reviews.isError },
  };
}

function AdminHome() {
  const waiting = useWaiting();
  const places = adminNavigation.flatMap((group) => group.places).filter(({ href }) => href !== '/admin');
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {places.map((place) => {
          const queue = waiting[place.href];
          return queue ? <Queue key={place.href} {...place} {...queue} /> : null;
        })}
      </ul>
      <h2 className="mt-8 mb-3 text-xl">{text.places}</h2>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {places
          .filter(({ href }) => !waiting[href])
          .map((place) => (
            <li key={place.href}>
              <Link
                href={place.href}
                className="flex min-h-14 items-center gap-3 rounded-control border border-line bg-surface px-4 hover:border-line-strong"
              >
                <PlaceIcon name={place.icon} />
                {place.label}
              </Link>
            </li>
          ))}
      </ul>
    </>
  );
}

export default function AdminHomePage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.title}>
      <AdminHome />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

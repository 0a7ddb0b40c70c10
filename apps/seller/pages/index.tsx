import { useApi } from '@mallhive/api-client';
import { useQuery } from '@tanstack/react-query';
import { Dashboard } from '../components/Dashboard.tsx';
import { Loaded } from '../components/Loaded.tsx';
import { Overview, OverviewSkeleton } from '../components/Overview.tsx';
import { useOrganisation } from '../components/organisation.tsx';
import { type SellerPageProps, sellerPage } from '../lib/seller-page.ts';
import { messages } from '../messages.ts';

const freshMs = 30_000;

function TodayPage() {
  const api = useApi();
  const { sellerId, name } = useOrganisation();
  const today = useQuery(api.analytics.sellerToday.queryOptions({ sellerId }, { refetchInterval: freshMs }));
  const waiting = useQuery(
    api.orders.sellerOrders.queryOptions({ sellerId, status: 'to_fulfil', limit: 6 }, { refetchInterval: freshMs }),
  );
  const inventory = useQuery(api.cart.inventory.queryOptions({ sellerId, limit: 1 }, { refetchInterval: freshMs }));
  return (
    <>
      <h1 className="mb-6 text-3xl sm:text-4xl">{name}</h1>
      <Loaded query={today} skeleton={<OverviewSkeleton />}>
        {(figures) => (
          <Overview
            today={figures}
            toFulfil={waiting.isError ? [] : waiting.data?.items}
            stock={inventory.data?.counts}
          />
        )}
      </Loaded>
    </>
  );
}

export default function OverviewPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={messages.overview.title}>
      <TodayPage />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;

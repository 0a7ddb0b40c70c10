import { useApi } from '@mallhive/api-client';
import { Button, EmptyState, LinkButton, TruckIcon } from '@mallhive/ui';
import { useQueries } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { Dashboard } from '../../components/Dashboard.tsx';
import { Loaded, Rows } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PackingSlip } from '../../components/PackingSlip.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { messages } from '../../messages.ts';

const text = messages.slips;
const most = 50;
const idPattern = /^[0-9a-f-]{36}$/;

function Slips() {
  const api = useApi();
  const { sellerId, name } = useOrganisation();
  const { query } = useRouter();
  const wanted = typeof query.ids === 'string' ? query.ids.split(',') : [];
  const ids = [...new Set(wanted)].filter((id) => idPattern.test(id)).slice(0, most);
  // All of them leave as one batched request.
  const orders = useQueries({
    queries: ids.map((subOrderId) => api.orders.sellerOrder.queryOptions({ sellerId, subOrderId })),
  });
  if (ids.length === 0) {
    return (
      <EmptyState
        level={1}
        icon={<TruckIcon />}
        title={text.none}
        actions={
          <LinkButton as={Link} href="/orders">
            {messages.orders.title}
          </LinkButton>
        }
      >
        {text.noneText}
      </EmptyState>
    );
  }
  const ready = orders.every(({ isPending }) => !isPending);
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.count(ids.length)}
        actions={
          <Button variant="accent" disabled={!ready} onClick={() => window.print()}>
            {text.print}
          </Button>
        }
      />
      <div className="grid max-w-3xl gap-5 print:block print:max-w-none">
        {orders.map((order, index) => (
          <Loaded key={ids[index]} query={order} skeleton={<Rows count={3} />}>
            {({ subOrder }) => <PackingSlip subOrder={subOrder} shop={name} />}
          </Loaded>
        ))}
      </div>
    </>
  );
}

export default function SlipsPage(props: SellerPageProps) {
  const crumbs = [{ label: messages.orders.title, href: '/orders' }, { label: text.title }];
  return (
    <Dashboard {...props} title={text.title} crumbs={crumbs}>
      <Slips />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;

import { useApi } from '@mallhive/api-client';
import { useQuery } from '@tanstack/react-query';
import { Dashboard } from '../../components/Dashboard.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { ReturnView } from '../../components/returns/ReturnView.tsx';
import { useReturnActions } from '../../components/returns/use-return-actions.ts';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { afterSaleMessages } from '../../messages/after-sale.ts';

const text = afterSaleMessages.returns;

function ReturnContent({ returnId }: { returnId: string }) {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const one = useQuery(
    api.orders.sellerReturn.queryOptions(
      { sellerId, returnId },
      // Money and goods go back by themselves once it is checked.
      { refetchInterval: ({ state }) => (state.data?.return.status === 'inspected' ? 1_500 : false) },
    ),
  );
  const actions = useReturnActions(sellerId);
  return (
    <Loaded query={one} backHref="/returns">
      {({ return: found }) => (
        <ReturnView key={found.status} one={found} orderHref={`/orders/${found.subOrderId}`} actions={actions} />
      )}
    </Loaded>
  );
}

export default function ReturnPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title} crumbs={[{ label: text.title, href: '/returns' }, { label: text.number }]}>
      <ReturnContent key={props.id} returnId={props.id ?? ''} />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;

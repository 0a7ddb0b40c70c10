import { useApi } from '@mallhive/api-client';
import { useQuery } from '@tanstack/react-query';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { ReturnView } from '../../../components/returns/ReturnView.tsx';
import { useReturnActions } from '../../../components/returns/use-return-actions.ts';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { afterSaleMessages } from '../../../messages/after-sale.ts';

const text = afterSaleMessages.returns;

function ReturnContent({ returnId }: { returnId: string }) {
  const api = useApi();
  const one = useQuery(
    api.orders.anyReturn.queryOptions(
      { returnId },
      // Money and goods go back by themselves once it is checked.
      { refetchInterval: ({ state }) => (state.data?.return.status === 'inspected' ? 1_500 : false) },
    ),
  );
  const actions = useReturnActions(null);
  return (
    <Loaded query={one} backHref="/admin/orders">
      {({ return: found }) => (
        <ReturnView
          key={found.status}
          one={found}
          orderHref={`/admin/orders?number=${found.orderNumber}`}
          seller={found.sellerName}
          actions={actions}
        />
      )}
    </Loaded>
  );
}

export default function AdminReturnPage(props: SellerPageProps) {
  const crumbs = [{ label: afterSaleMessages.admin.title, href: '/admin/orders' }, { label: text.number }];
  return (
    <AdminDashboard {...props} title={text.title} crumbs={crumbs}>
      <ReturnContent key={props.id} returnId={props.id ?? ''} />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

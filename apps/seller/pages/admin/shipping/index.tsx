import { useApi } from '@mallhive/api-client';
import { Button } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { ShippingZones } from '../../../components/admin/shipping/ShippingZones.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { rulesMessages } from '../../../messages/rules.ts';

const text = rulesMessages.shipping;

function Shipping() {
  const api = useApi();
  const [edited, setEdited] = useState<string | null>(null);
  // What is being edited must not change below the fingers.
  const rules = useQuery(api.payments.shippingRules.queryOptions(undefined, { refetchOnWindowFocus: false }));
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <Button variant="accent" onClick={() => setEdited('new')}>
            {text.add}
          </Button>
        }
      />
      <Loaded query={rules}>{({ zones }) => <ShippingZones zones={zones} edited={edited} onEdit={setEdited} />}</Loaded>
    </>
  );
}

export default function ShippingPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.title}>
      <Shipping />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

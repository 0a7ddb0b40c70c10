import { useApi } from '@mallhive/api-client';
import { Button } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { TaxCategories } from '../../../components/admin/tax/TaxCategories.tsx';
import { TaxClasses } from '../../../components/admin/tax/TaxClasses.tsx';
import { TaxZones } from '../../../components/admin/tax/TaxZones.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { rulesMessages } from '../../../messages/rules.ts';

const text = rulesMessages.tax;

function Tax() {
  const api = useApi();
  const [edited, setEdited] = useState<string | null>(null);
  // What is being edited must not change below the fingers.
  const query = useQuery(api.payments.taxRules.queryOptions(undefined, { refetchOnWindowFocus: false }));
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
      <Loaded query={query}>
        {(rules) => (
          <div className="grid gap-5">
            <TaxZones rules={rules} today={new Date().toISOString().slice(0, 10)} edited={edited} onEdit={setEdited} />
            <TaxClasses classes={rules.classes} />
            <TaxCategories classes={rules.classes} />
          </div>
        )}
      </Loaded>
    </>
  );
}

export default function TaxPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.title}>
      <Tax />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

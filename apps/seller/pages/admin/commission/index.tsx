import { useApi } from '@mallhive/api-client';
import { Button } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { Preview } from '../../../components/admin/commission/Preview.tsx';
import { RuleDialog } from '../../../components/admin/commission/RuleDialog.tsx';
import { RuleList } from '../../../components/admin/commission/RuleList.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { shareText } from '../../../logic/share.ts';
import { payoutMessages } from '../../../messages/payouts.ts';

const text = payoutMessages.commission;

function Commission() {
  const api = useApi();
  const [adding, setAdding] = useState(false);
  const query = useQuery(api.payments.commissionRules.queryOptions());
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <Button variant="accent" onClick={() => setAdding(true)}>
            {text.add}
          </Button>
        }
      />
      <Loaded query={query}>
        {({ rules, defaultBasisPoints }) => (
          <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_22rem] xl:items-start">
            <div className="grid min-w-0 gap-4">
              <p>{text.default(shareText(defaultBasisPoints))}</p>
              <RuleList rules={rules} />
            </div>
            <Preview />
          </div>
        )}
      </Loaded>
      {adding ? <RuleDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}

export default function CommissionPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.title}>
      <Commission />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

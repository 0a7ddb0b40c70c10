import { useApi } from '@mallhive/api-client';
import { Button, EmptyState, Notice } from '@mallhive/ui';
import { useMutation } from '@tanstack/react-query';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { LedgerAnswer } from '../../../components/admin/ledger/LedgerAnswer.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { payoutMessages } from '../../../messages/payouts.ts';

const text = payoutMessages.ledger;

function Ledger() {
  const api = useApi();
  const check = useMutation(api.payments.checkLedger.mutationOptions());
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <Button variant="accent" busy={check.isPending} onClick={() => check.mutate()}>
            {check.isPending ? text.checking : text.check}
          </Button>
        }
      />
      {check.isError ? (
        <Notice tone="danger" role="alert">
          {payoutMessages.failed}
        </Notice>
      ) : null}
      {check.data ? <LedgerAnswer report={check.data} /> : null}
      {check.isIdle ? <EmptyState title={text.before}>{text.beforeText}</EmptyState> : null}
    </>
  );
}

export default function LedgerPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.title}>
      <Ledger />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

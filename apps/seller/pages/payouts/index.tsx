import { Dashboard } from '../../components/Dashboard.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { Balances } from '../../components/payouts/Balances.tsx';
import { PayoutList } from '../../components/payouts/PayoutList.tsx';
import { Settings } from '../../components/payouts/Settings.tsx';
import { Statements } from '../../components/payouts/Statements.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { payoutMessages as text } from '../../messages/payouts.ts';

export default function PayoutsPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title}>
      <PageHead title={text.title} lead={text.lead} />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_22rem] xl:items-start">
        <div className="grid min-w-0 gap-6">
          <Balances />
          <PayoutList />
        </div>
        <div className="grid min-w-0 gap-6">
          <Settings />
          <Statements />
        </div>
      </div>
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;

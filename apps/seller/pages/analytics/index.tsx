import { Analytics } from '../../components/analytics/Analytics.tsx';
import { Dashboard } from '../../components/Dashboard.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { analyticsMessages as text } from '../../messages/analytics.ts';

function Own() {
  const { sellerId } = useOrganisation();
  return <Analytics title={text.title} sellerId={sellerId} path="/analytics" />;
}

export default function AnalyticsPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title}>
      <Own />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;

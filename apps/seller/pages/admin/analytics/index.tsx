import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { Analytics } from '../../../components/analytics/Analytics.tsx';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { analyticsMessages as text } from '../../../messages/analytics.ts';

export default function AdminAnalyticsPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.adminTitle}>
      <Analytics title={text.adminTitle} sellerId={null} path="/admin/analytics" />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

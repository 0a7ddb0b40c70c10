import { useApi } from '@mallhive/api-client';
import { useQuery } from '@tanstack/react-query';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { RatesForm } from '../../../components/admin/RatesForm.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { adminMessages } from '../../../messages/admin.ts';

const text = adminMessages.rates;

function Rates() {
  const api = useApi();
  const rates = useQuery(api.catalog.exchangeRates.queryOptions(undefined, { refetchOnWindowFocus: false }));
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <Loaded query={rates}>{(answer) => <RatesForm rates={answer.rates} />}</Loaded>
    </>
  );
}

export default function RatesPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.title}>
      <Rates />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

import { useApi } from '@mallhive/api-client';
import { SelectField } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { SearchFigures } from '../../../components/search/SearchFigures.tsx';
import { SynonymList } from '../../../components/search/SynonymList.tsx';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { searchMessages as text } from '../../../messages/search.ts';

const periods = [7, 30, 90] as const;

function Search() {
  const api = useApi();
  const [days, setDays] = useState<(typeof periods)[number]>(30);
  const analytics = useQuery(api.search.analytics.queryOptions({ days }));
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <SelectField
            label={text.period}
            hideLabel
            value={String(days)}
            options={periods.map((period) => ({ value: String(period), label: text.periods[period] }))}
            onChange={({ currentTarget }) => setDays(periods.find((own) => String(own) === currentTarget.value) ?? 30)}
          />
        }
      />
      <div className="grid gap-5">
        <Loaded query={analytics}>{(answer) => <SearchFigures analytics={answer} />}</Loaded>
        <SynonymList />
      </div>
    </>
  );
}

export default function SearchPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.title}>
      <Search />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

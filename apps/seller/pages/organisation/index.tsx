import { useApi } from '@mallhive/api-client';
import { useQuery } from '@tanstack/react-query';
import { OrganisationForm } from '../../components/business/OrganisationForm.tsx';
import { Dashboard } from '../../components/Dashboard.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { organisationMessages } from '../../messages/organisation.ts';

const text = organisationMessages.organisation;

function OrganisationContent() {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const query = useQuery(api.identity.organisation.queryOptions({ sellerId }));
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <Loaded query={query}>
        {({ organisation }) => <OrganisationForm organisation={organisation} reload={query.refetch} />}
      </Loaded>
    </>
  );
}

export default function OrganisationPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title}>
      <OrganisationContent />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;

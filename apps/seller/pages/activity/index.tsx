import { useApi } from '@mallhive/api-client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { AuditLog, auditFilters, auditInput } from '../../components/audit/AuditLog.tsx';
import { Dashboard } from '../../components/Dashboard.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { useFilters } from '../../components/table/use-filters.ts';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { organisationMessages } from '../../messages/organisation.ts';

const text = organisationMessages.activity;

function ActivityContent() {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const filters = useFilters(auditFilters);
  const query = useInfiniteQuery(
    api.identity.auditLog.infiniteQueryOptions(
      { sellerId, ...auditInput(filters.values) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <AuditLog query={query} filters={filters} />
    </>
  );
}

export default function ActivityPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title} roles={['owner']}>
      <ActivityContent />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;

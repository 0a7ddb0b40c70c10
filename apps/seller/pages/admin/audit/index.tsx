import { useApi } from '@mallhive/api-client';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { AuditLog, auditFilters, auditInput } from '../../../components/audit/AuditLog.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { useFilters } from '../../../components/table/use-filters.ts';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { organisationMessages } from '../../../messages/organisation.ts';

const text = organisationMessages.activity;

function AuditContent() {
  const api = useApi();
  const filters = useFilters(auditFilters);
  const { seller } = filters.values;
  const query = useInfiniteQuery(
    api.identity.auditLogOfAll.infiniteQueryOptions(
      { ...auditInput(filters.values), ...(/^[0-9a-f-]{36}$/i.test(seller) && { sellerId: seller }) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  return (
    <>
      <PageHead title={text.adminTitle} lead={text.adminLead} />
      <AuditLog query={query} filters={filters} />
    </>
  );
}

export default function AuditPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.adminTitle}>
      <AuditContent />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

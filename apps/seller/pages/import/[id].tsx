import { useApi } from '@mallhive/api-client';
import { useQuery } from '@tanstack/react-query';
import { Dashboard } from '../../components/Dashboard.tsx';
import { ImportProgress } from '../../components/files/ImportProgress.tsx';
import { ImportStatus } from '../../components/files/ImportStatus.tsx';
import { MappingForm } from '../../components/files/MappingForm.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { isRunning } from '../../logic/import.ts';
import { fileMessages } from '../../messages/files.ts';

const text = fileMessages.import;

function ImportContent({ importId }: { importId: string }) {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const found = useQuery(
    api.catalog.import.queryOptions(
      { sellerId, importId },
      { staleTime: 0, refetchInterval: ({ state }) => (state.data && isRunning(state.data.job) ? 1_000 : false) },
    ),
  );
  return (
    <Loaded query={found} backHref="/import">
      {({ job, errors }) => (
        <>
          <PageHead title={job.fileName} badges={<ImportStatus job={job} />} lead={text.rows(job.rows)} />
          {job.status === 'uploaded' ? (
            <MappingForm importId={job.id} />
          ) : (
            <ImportProgress job={job} problems={errors} />
          )}
        </>
      )}
    </Loaded>
  );
}

export default function ImportPage(props: SellerPageProps) {
  return (
    <Dashboard
      {...props}
      title={text.title}
      roles={['owner', 'manager']}
      crumbs={[{ href: '/import', label: text.back }]}
    >
      {props.id ? <ImportContent key={props.id} importId={props.id} /> : null}
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;

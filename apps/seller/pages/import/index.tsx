import { useApi } from '@mallhive/api-client';
import { EmptyState, PackageIcon } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { Dashboard } from '../../components/Dashboard.tsx';
import { DropFile } from '../../components/files/DropFile.tsx';
import { ImportStatus } from '../../components/files/ImportStatus.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead, Panel } from '../../components/PageHead.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { isRunning } from '../../logic/import.ts';
import { fileMessages } from '../../messages/files.ts';

const text = fileMessages.import;
const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

function History() {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const imports = useQuery(
    api.catalog.imports.queryOptions(
      { sellerId },
      { staleTime: 0, refetchInterval: ({ state }) => (state.data?.items.some(isRunning) ? 2_000 : false) },
    ),
  );
  return (
    <Panel title={text.history}>
      <Loaded query={imports}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<PackageIcon />} title={text.none} level={3}>
              {text.noneText}
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((job) => (
                <li key={job.id} className="relative flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
                  <Link
                    href={`/import/${job.id}`}
                    className="min-w-0 flex-1 basis-48 truncate font-semibold after:absolute after:inset-0 hover:underline"
                  >
                    {job.fileName}
                  </Link>
                  <span className="text-sm text-ink-soft tabular-nums">{text.rows(job.rows)}</span>
                  <time className="text-sm text-ink-soft tabular-nums" dateTime={job.createdAt}>
                    {dates.format(new Date(job.createdAt))}
                  </time>
                  <ImportStatus job={job} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}

export default function ImportsPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title} roles={['owner', 'manager']}>
      <PageHead title={text.title} lead={text.lead} />
      <div className="grid gap-5">
        <DropFile />
        <p className="max-w-prose text-sm text-ink-soft">
          {text.template}{' '}
          <Link href="/export" className="font-semibold text-ink underline">
            {text.templateLink}
          </Link>
        </p>
        <History />
      </div>
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;

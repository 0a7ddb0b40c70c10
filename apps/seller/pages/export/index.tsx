import { useApi } from '@mallhive/api-client';
import { Badge, Button, EmptyState, LinkButton, PackageIcon, SelectField, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dashboard } from '../../components/Dashboard.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead, Panel } from '../../components/PageHead.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { fileMessages } from '../../messages/files.ts';
import type { ExportJob, ProductFilter } from '../../types.ts';

const text = fileMessages.export;
const statuses: readonly ProductFilter[] = ['all', 'published', 'draft', 'archived'];
const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const isRunning = ({ status }: ExportJob) => status === 'queued' || status === 'writing';

function Filters() {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId } = useOrganisation();
  const [status, setStatus] = useState<ProductFilter>('all');
  const [query, setQuery] = useState('');
  const [category, setCategory] = useState('');
  const categories = useQuery(api.catalog.categories.queryOptions());
  const start = useMutation(
    api.catalog.startExport.mutationOptions({
      onError: () => toast.show({ message: fileMessages.import.failed, tone: 'danger' }),
      onSettled: () => queries.invalidateQueries({ queryKey: api.catalog.exports.pathKey() }),
    }),
  );
  const paths = (categories.data?.categories ?? []).map(({ path, name }) => ({
    value: path,
    label: `${'  '.repeat(path.split('/').length - 1)}${name}`,
  }));
  return (
    <Panel>
      <form
        className="grid items-end gap-4 sm:grid-cols-3"
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate({ sellerId, status, query: query.trim(), ...(category && { category }) });
        }}
      >
        <SelectField
          label={text.status}
          value={status}
          options={statuses.map((value) => ({ value, label: text.statuses[value] }))}
          onChange={(event) => setStatus(statuses.find((known) => known === event.currentTarget.value) ?? 'all')}
        />
        <SelectField
          label={text.category}
          value={category}
          options={[{ value: '', label: text.anyCategory }, ...paths]}
          onChange={(event) => setCategory(event.currentTarget.value)}
        />
        <TextField
          label={text.query}
          value={query}
          maxLength={100}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" variant="accent" busy={start.isPending}>
            {text.start}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function State({ job }: { job: ExportJob }) {
  if (job.status === 'failed') return <Badge tone="danger">{text.failed}</Badge>;
  if (job.status === 'done') {
    return (
      <span className="text-sm text-ink-soft tabular-nums">
        {text.products(job.writtenProducts)}, {text.size(job.bytes)}
      </span>
    );
  }
  return (
    <span role="status" className="text-sm text-ink-soft tabular-nums">
      {job.status === 'queued' ? text.waiting : text.writing(job.writtenProducts, job.products)}
    </span>
  );
}

function Files() {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const exports = useQuery(
    api.catalog.exports.queryOptions(
      { sellerId },
      { staleTime: 0, refetchInterval: ({ state }) => (state.data?.items.some(isRunning) ? 1_000 : false) },
    ),
  );
  return (
    <Panel title={text.history}>
      <Loaded query={exports}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<PackageIcon />} title={text.none} level={3}>
              {text.noneText}
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((job) => {
                const date = dates.format(new Date(job.createdAt));
                return (
                  <li key={job.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
                    <time className="min-w-0 flex-1 basis-40 font-semibold tabular-nums" dateTime={job.createdAt}>
                      {date}
                    </time>
                    <State job={job} />
                    {job.status === 'done' ? (
                      <LinkButton
                        variant="secondary"
                        size="small"
                        href={`/api/files/exports/${job.id}.csv?sellerId=${sellerId}`}
                        download
                        aria-label={text.downloadOf(date)}
                      >
                        {text.download}
                      </LinkButton>
                    ) : null}
                  </li>
                );
              })}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  );
}

export default function ExportPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title} roles={['owner', 'manager']}>
      <PageHead title={text.title} lead={text.lead} />
      <div className="grid gap-5">
        <Filters />
        <Files />
      </div>
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;

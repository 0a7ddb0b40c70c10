import { useApi } from '@mallhive/api-client';
import { Button, LinkButton, Notice } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { isRunning, percentOf } from '../../logic/import.ts';
import { fileMessages } from '../../messages/files.ts';
import type { ImportJob, ImportProblem } from '../../types.ts';
import { useConfirm } from '../frame/confirm.tsx';
import { useOrganisation } from '../organisation.tsx';
import { Panel } from '../PageHead.tsx';

const text = fileMessages.progress;

function Bar({ job }: { job: ImportJob }) {
  const percent = percentOf(job);
  const said =
    job.status === 'queued'
      ? text.waiting
      : job.status === 'checking'
        ? text.checking(job.checkedRows, job.rows)
        : text.writing(job.writtenRows, job.rows);
  return (
    <div>
      <div
        role="progressbar"
        aria-label={text.label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={said}
        className="h-3 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className="h-full rounded-full bg-accent transition-[width] duration-500 motion-reduce:transition-none"
          style={{ width: `${percent}%` }}
        />
      </div>
      <p className="mt-2 text-sm text-ink-soft tabular-nums">{said}</p>
    </div>
  );
}

function outcome(job: ImportJob): { tone: 'positive' | 'caution' | 'danger'; said: string } {
  const wrong = job.errorRows;
  if (job.status === 'refused') return { tone: 'danger', said: text.refusedText(wrong) };
  if (job.status === 'cancelled') return { tone: 'caution', said: text.cancelled };
  if (job.status === 'failed') return { tone: 'danger', said: text.failed };
  if (job.dryRun)
    return wrong > 0 ? { tone: 'caution', said: text.dryErrors(wrong) } : { tone: 'positive', said: text.dryClean };
  return wrong > 0 ? { tone: 'caution', said: text.doneWithErrors(wrong) } : { tone: 'positive', said: text.done };
}

function Actions({ job }: { job: ImportJob }) {
  const api = useApi();
  const queries = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const confirm = useConfirm();
  const { sellerId } = useOrganisation();
  const onError = () => toast.show({ message: fileMessages.import.failed, tone: 'danger' });
  const cancel = useMutation(
    api.catalog.cancelImport.mutationOptions({
      onError,
      onSettled: () => queries.invalidateQueries({ queryKey: api.catalog.import.pathKey() }),
    }),
  );
  const repeat = useMutation(
    api.catalog.repeatImport.mutationOptions({
      onError,
      onSuccess: ({ job: made }) => void router.push(`/import/${made.id}`),
    }),
  );
  const again = (mode: ImportJob['mode']) => repeat.mutate({ sellerId, importId: job.id, mode, dryRun: false });
  if (isRunning(job)) {
    const stop = async () => {
      const sure = await confirm({
        title: text.cancelTitle,
        body: text.cancelText,
        confirm: text.cancel,
        tone: 'danger',
      });
      if (sure) cancel.mutate({ sellerId, importId: job.id });
    };
    return (
      <Button variant="secondary" busy={cancel.isPending} onClick={() => void stop()}>
        {text.cancel}
      </Button>
    );
  }
  return (
    <div className="flex flex-wrap gap-3">
      {job.dryRun && job.errorRows === 0 ? (
        <Button variant="accent" busy={repeat.isPending} onClick={() => again(job.mode)}>
          {text.forReal}
        </Button>
      ) : null}
      {job.status === 'refused' || (job.dryRun && job.errorRows > 0) ? (
        <Button variant="secondary" busy={repeat.isPending} onClick={() => again('good_rows')}>
          {text.goodOnly}
        </Button>
      ) : null}
      {job.status === 'cancelled' || job.status === 'failed' ? (
        <Button variant="secondary" busy={repeat.isPending} onClick={() => again(job.mode)}>
          {text.again}
        </Button>
      ) : null}
      {job.writtenRows > 0 ? (
        <LinkButton as={Link} href="/products" variant="secondary">
          {text.toProducts}
        </LinkButton>
      ) : null}
    </div>
  );
}

/** How far an import is, and in the end what came of it. */
export function ImportProgress({ job, problems }: { job: ImportJob; problems: readonly ImportProblem[] }) {
  const { sellerId } = useOrganisation();
  const running = isRunning(job);
  const { tone, said } = outcome(job);
  const figures = [
    [text.created, job.products.created],
    [text.updated, job.products.updated],
    [text.unchanged, job.products.unchanged],
    [text.refused, job.products.refused],
  ] as const;
  return (
    <div className="grid gap-5">
      <Panel>
        <div aria-live="polite">{running ? <Bar job={job} /> : <Notice tone={tone}>{said}</Notice>}</div>
        <dl className="mt-5 grid grid-cols-2 gap-4 sm:grid-cols-4">
          {figures.map(([label, count]) => (
            <div key={label} className="rounded-control bg-sunken p-4">
              <dt className="text-sm text-ink-soft">{label}</dt>
              <dd className="font-display text-2xl tabular-nums">{count.toLocaleString('en-GB')}</dd>
            </div>
          ))}
        </dl>
        <div className="mt-5">
          <Actions job={job} />
        </div>
      </Panel>
      {problems.length > 0 ? (
        <Panel
          title={text.errors}
          lead={`${text.errorsText} ${problems.length >= 100 ? text.errorsFirst(problems.length) : ''}`}
          actions={
            running ? null : (
              <LinkButton
                variant="secondary"
                href={`/api/files/imports/${job.id}/errors.csv?sellerId=${sellerId}`}
                download
              >
                {text.downloadErrors}
              </LinkButton>
            )
          }
        >
          <Problems problems={problems} />
        </Panel>
      ) : null}
    </div>
  );
}

function Problems({ problems }: { problems: readonly ImportProblem[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keys
    <section className="overflow-x-auto" aria-label={text.errors} tabIndex={0}>
      <table className="w-full min-w-xl text-left text-sm">
        <thead className="text-ink-soft">
          <tr>
            {[text.row, text.column, text.value, text.problem].map((head) => (
              <th key={head} scope="col" className="py-2 pe-4 font-semibold">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {problems.map(({ row, column, value, code, message }) => (
            <tr key={`${row}-${column}-${code}`}>
              <td className="py-2 pe-4 tabular-nums">{row}</td>
              <td className="py-2 pe-4">{column ?? ''}</td>
              <td className="max-w-48 truncate py-2 pe-4" title={value}>
                {value}
              </td>
              <td className="py-2">{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

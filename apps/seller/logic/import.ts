import type { ImportJob } from '../types.ts';

const running: readonly ImportJob['status'][] = ['queued', 'checking', 'writing'];
export const isRunning = (job: Pick<ImportJob, 'status'>): boolean => running.includes(job.status);

/** Whole per cent of the rows that this part of the job is through with. */
export function percentOf({ status, rows, checkedRows, writtenRows }: ImportJob): number {
  const done = status === 'checking' ? checkedRows : writtenRows;
  return rows === 0 ? 0 : Math.min(100, Math.floor((done / rows) * 100));
}

/** Columns whose field another column before them has. */
export function doubled(mapping: readonly (string | null)[]): Set<number> {
  const seen = new Set<string>();
  const twice = new Set<number>();
  mapping.forEach((key, column) => {
    if (key === null) return;
    if (seen.has(key)) twice.add(column);
    seen.add(key);
  });
  return twice;
}

export const hasKey = (mapping: readonly (string | null)[]): boolean =>
  mapping.includes('handle') || mapping.includes('sku');

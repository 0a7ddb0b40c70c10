import { Badge } from '@mallhive/ui';
import { fileMessages } from '../../messages/files.ts';
import type { ImportJob } from '../../types.ts';

const tones = {
  uploaded: 'neutral',
  queued: 'accent',
  checking: 'accent',
  writing: 'accent',
  done: 'positive',
  refused: 'danger',
  cancelled: 'neutral',
  failed: 'danger',
} as const;

export function ImportStatus({ job }: { job: ImportJob }) {
  const text = fileMessages.import;
  return (
    <span className="inline-flex gap-2">
      <Badge tone={tones[job.status]}>{text.statuses[job.status]}</Badge>
      {job.dryRun ? <Badge>{text.dryRunBadge}</Badge> : null}
    </span>
  );
}

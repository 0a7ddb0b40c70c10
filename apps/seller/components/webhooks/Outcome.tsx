import { Badge } from '@mallhive/ui';
import { momentOf } from '../../logic/days.ts';
import { webhookMessages } from '../../messages/webhooks.ts';
import type { WebhookDelivery } from '../../types.ts';

const { log: text } = webhookMessages;
const tones = { pending: 'caution', delivered: 'positive', failed: 'danger' } as const;

/** What was answered, or why nothing was. */
export const answerOf = ({ status, problem }: { status: number | null; problem: string | null }): string =>
  problem ? (text.problems[problem] ?? problem) : status === null ? text.none : String(status);

export function Outcome({ delivery: { status, nextAt } }: { delivery: WebhookDelivery }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Badge tone={tones[status]}>{text.statuses[status]}</Badge>
      {nextAt ? <span className="text-sm text-ink-soft">{text.next(momentOf(nextAt))}</span> : null}
    </span>
  );
}

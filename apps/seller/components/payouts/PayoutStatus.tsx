import { Badge } from '@mallhive/ui';
import { payoutMessages } from '../../messages/payouts.ts';
import type { Payout } from '../../types.ts';

const tones = { planned: 'caution', sent: 'accent', paid: 'positive', failed: 'danger' } as const;

export function PayoutStatus({ payout }: { payout: Pick<Payout, 'status' | 'failure'> }) {
  const { status, failure } = payout;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Badge tone={tones[status]}>{payoutMessages.statuses[status]}</Badge>
      {status === 'failed' && failure ? (
        <span className="text-sm text-ink-soft">{payoutMessages.failures[failure] ?? failure}</span>
      ) : null}
    </span>
  );
}

import { Badge } from '@mallhive/ui';
import { afterSaleMessages } from '../../messages/after-sale.ts';
import type { ReturnStatus } from '../../types.ts';

const tones: Record<ReturnStatus, 'neutral' | 'accent' | 'positive' | 'caution'> = {
  requested: 'caution',
  approved: 'accent',
  refused: 'neutral',
  in_transit: 'accent',
  received: 'caution',
  inspected: 'accent',
  closed: 'positive',
};

export function ReturnBadge({ status }: { status: ReturnStatus }) {
  return <Badge tone={tones[status]}>{afterSaleMessages.returns.states[status]}</Badge>;
}

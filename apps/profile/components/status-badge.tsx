import { Badge } from '@mallhive/ui';
import { orderTone, subOrderTone, type Tone } from '../logic/status.ts';
import { useTexts } from '../texts.ts';
import type { OrderStatus, SubOrderStatus } from '../types.ts';

const badgeTone: Record<Tone, 'neutral' | 'accent' | 'positive' | 'caution' | 'danger'> = {
  neutral: 'neutral',
  info: 'accent',
  success: 'positive',
  warning: 'caution',
  danger: 'danger',
};

export function OrderBadge({ status }: { status: OrderStatus }) {
  return <Badge tone={badgeTone[orderTone[status]]}>{useTexts().status[status]}</Badge>;
}

export function PartBadge({ status }: { status: SubOrderStatus }) {
  return <Badge tone={badgeTone[subOrderTone[status]]}>{useTexts().status[status]}</Badge>;
}

import { Badge } from '@mallhive/ui';
import { organisationMessages as text } from '../../messages/organisation.ts';
import type { SellerStatus } from '../../types.ts';

const tones = { pending: 'caution', approved: 'positive', suspended: 'danger', rejected: 'danger' } as const;

export function SellerStatusBadge({ status }: { status: SellerStatus }) {
  return <Badge tone={tones[status]}>{text.statuses[status]}</Badge>;
}

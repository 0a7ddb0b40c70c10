import { Badge } from '@mallhive/ui';
import { messages } from '../messages.ts';
import type { ProductRow } from '../types.ts';

const tones = { published: 'positive', draft: 'caution', archived: 'neutral' } as const;

export function ProductStatusBadge({ status }: { status: ProductRow['status'] }) {
  return <Badge tone={tones[status]}>{messages.productStatus[status]}</Badge>;
}

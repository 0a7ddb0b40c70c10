import { Badge } from '@mallhive/ui';
import { momentLabel } from '../../logic/figures.ts';
import { productMessages } from '../../messages/products.ts';
import type { ProductRow } from '../../types.ts';

const tones = { published: 'positive', draft: 'caution', archived: 'neutral' } as const;

export function StatusBadges({ product }: { product: Pick<ProductRow, 'status' | 'moderation' | 'publishAt'> }) {
  const text = productMessages.list;
  return (
    <span className="flex flex-wrap gap-1">
      <Badge tone={tones[product.status]}>{productMessages.status[product.status]}</Badge>
      {product.moderation === 'pending' ? <Badge tone="accent">{text.waiting}</Badge> : null}
      {product.moderation === 'rejected' ? <Badge tone="danger">{text.rejected}</Badge> : null}
      {product.status === 'draft' && product.publishAt ? (
        <Badge>{text.scheduled(momentLabel(product.publishAt))}</Badge>
      ) : null}
    </span>
  );
}

import { Picture } from '@mallhive/ui';
import { stockMessages } from '../../messages/stock.ts';
import type { InventoryRow } from '../../types.ts';

export const stockName = (row: InventoryRow): string =>
  [row.title || stockMessages.unknown, row.variantTitle].filter(Boolean).join(', ');

export function ProductName({ row }: { row: InventoryRow }) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Picture
        image={row.imageUrl ? { url: row.imageUrl, alt: '', width: 160, height: 160 } : null}
        alt=""
        sizes="2.75rem"
        ratio={1}
        rounded
        className="w-11 shrink-0"
      />
      <span className="min-w-0 leading-snug">
        <span className="block truncate font-semibold">{row.title || stockMessages.unknown}</span>
        <span className="block truncate text-sm text-ink-soft">
          {[row.variantTitle, row.sku].filter(Boolean).join(' · ')}
        </span>
        {row.parts.length > 0 ? (
          <span className="block text-sm text-ink-soft">
            {stockMessages.bundle.badge(
              row.parts
                .map((part) => `${part.quantity} × ${[part.title, part.variantTitle].filter(Boolean).join(', ')}`)
                .join(', '),
            )}
          </span>
        ) : null}
      </span>
    </span>
  );
}

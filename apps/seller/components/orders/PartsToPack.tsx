import { messages } from '../../messages.ts';
import type { SubOrder } from '../../types.ts';

/** Of a bundle: what goes into the parcel for one of it. */
export function PartsToPack({ line }: { line: Pick<SubOrder['lines'][number], 'parts'> }) {
  if (line.parts.length === 0) return null;
  return (
    <span className="block text-sm">
      {messages.order.eachOf}{' '}
      {line.parts
        .map(
          ({ quantity, title, variantTitle, sku }) =>
            `${quantity} × ${[title, variantTitle, sku].filter(Boolean).join(', ')}`,
        )
        .join('; ')}
    </span>
  );
}

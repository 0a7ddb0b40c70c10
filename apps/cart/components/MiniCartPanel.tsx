import { BagIcon, Button, EmptyState, ErrorState, formatMoney, LinkButton, Skeleton } from '@mallhive/ui';
import Link from 'next/link';
import { messages } from '../messages.ts';
import type { Cart } from '../types.ts';
import { LinePicture } from './line-picture.tsx';

const text = messages.mini;
const shown = 6;

export interface MiniCartPanelProps {
  cart: Cart | undefined;
  failed: boolean;
  onRetry: () => void;
  onLeave: () => void;
}

/** What is inside the drawer. */
export function MiniCartPanel({ cart, failed, onRetry, onLeave }: MiniCartPanelProps) {
  if (!cart && failed) return <ErrorState title={text.failed} level={3} onRetry={onRetry} />;
  if (!cart) return <Loading />;
  if (cart.lines.length === 0) {
    return (
      <EmptyState
        title={text.empty}
        level={3}
        icon={<BagIcon />}
        actions={
          <Button variant="secondary" onClick={onLeave}>
            {text.browse}
          </Button>
        }
      >
        {text.emptyHint}
      </EmptyState>
    );
  }
  const rest = cart.lines.slice(shown).reduce((count, line) => count + line.quantity, 0);
  return (
    <ul className="divide-y divide-line">
      {cart.lines.slice(0, shown).map((line) => (
        <li key={line.id} className="flex gap-4 py-4">
          <LinePicture url={line.imageUrl} sizes="4.5rem" className="w-18 shrink-0" />
          <div className="min-w-0 flex-1">
            <Link href={`/p/${line.slug}`} onClick={onLeave} className="font-semibold hover:underline">
              {line.title}
            </Link>
            {line.variantTitle ? <p className="text-sm text-ink-soft">{line.variantTitle}</p> : null}
            <p className="mt-1 flex justify-between gap-3 text-sm">
              <span className="text-ink-soft">
                {text.quantity(line.quantity)} {formatMoney(line.unitPrice)}
              </span>
              <span className="font-semibold tabular-nums">{formatMoney(line.total)}</span>
            </p>
          </div>
        </li>
      ))}
      {rest > 0 ? <li className="py-4 text-sm text-ink-soft">{text.more(rest)}</li> : null}
    </ul>
  );
}

/** Stands under the lines and does not scroll away. */
export function MiniCartFooter({ cart, onLeave }: { cart: Cart; onLeave: () => void }) {
  return (
    <div className="grid w-full gap-3">
      <p className="flex items-baseline justify-between">
        <span>{text.subtotal}</span>
        <strong className="font-display text-2xl font-medium tabular-nums">{formatMoney(cart.subtotal)}</strong>
      </p>
      <p className="text-sm text-ink-soft">{text.taxNote}</p>
      <div className="grid grid-cols-2 gap-3">
        <LinkButton as={Link} href="/cart" variant="secondary" onClick={onLeave}>
          {text.goToCart}
        </LinkButton>
        <LinkButton as={Link} href={cart.purchasable ? '/checkout' : '/cart'} variant="accent" onClick={onLeave}>
          {text.goToCheckout}
        </LinkButton>
      </div>
    </div>
  );
}

function Loading() {
  return (
    <div role="status" aria-label={text.loading} className="grid gap-4 py-4">
      {[0, 1, 2].map((row) => (
        <div key={row} className="flex gap-4">
          <Skeleton className="size-18 shrink-0" />
          <div className="grid flex-1 content-start gap-2">
            <Skeleton className="h-5 w-3/4" />
            <Skeleton className="h-4 w-1/2" />
          </div>
        </div>
      ))}
    </div>
  );
}

import { BagIcon, Button, EmptyState, ErrorState, LinkButton, Skeleton, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { taxNote } from '../logic/tax-note.ts';
import { useTexts } from '../texts.ts';
import type { Cart } from '../types.ts';
import { LinePicture } from './line-picture.tsx';

const shown = 6;

export interface MiniCartPanelProps {
  cart: Cart | undefined;
  failed: boolean;
  onRetry: () => void;
  onLeave: () => void;
}

/** What is inside the drawer. */
export function MiniCartPanel({ cart, failed, onRetry, onLeave }: MiniCartPanelProps) {
  const text = useTexts().mini;
  const { say, money } = useI18n();
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
                {say(text.quantity, { quantity: line.quantity })} {money(line.unitPrice)}
              </span>
              <span className="font-semibold tabular-nums">{money(line.total)}</span>
            </p>
          </div>
        </li>
      ))}
      {rest > 0 ? <li className="py-4 text-sm text-ink-soft">{say(text.more, { count: rest })}</li> : null}
    </ul>
  );
}

/** Stands under the lines and does not scroll away. */
export function MiniCartFooter({ cart, onLeave }: { cart: Cart; onLeave: () => void }) {
  const text = useTexts().mini;
  const { money } = useI18n();
  return (
    <div className="grid w-full gap-3">
      <p className="flex items-baseline justify-between">
        <span>{text.subtotal}</span>
        <strong className="font-display text-2xl font-medium tabular-nums">{money(cart.subtotal)}</strong>
      </p>
      <p className="text-sm text-ink-soft">{taxNote(text.taxNote, cart)}</p>
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
  const text = useTexts().mini;
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

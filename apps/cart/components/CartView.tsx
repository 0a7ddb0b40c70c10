import { BagIcon, Container, EmptyState, ErrorState, LinkButton, Monogram, Skeleton } from '@mallhive/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { groupBySeller } from '../logic/cart-view.ts';
import { useTexts } from '../texts.ts';
import type { Cart, CartLine } from '../types.ts';
import { CartLineRow } from './CartLineRow.tsx';
import { CartSummary } from './CartSummary.tsx';
import type { CouponActions } from './CouponBox.tsx';
import { CartNotices } from './cart-notices.tsx';

export interface CartViewProps {
  cart: Cart | undefined;
  failed: boolean;
  onRetry: () => void;
  onQuantity: (line: CartLine, quantity: number) => void;
  onRemove: (line: CartLine) => void;
  coupons: CouponActions;
  /** Shown under an empty cart. */
  suggestions?: ReactNode;
  /** Shown below what is in the cart. */
  goesWith?: ReactNode;
}

export function CartView(props: CartViewProps) {
  const { cart, failed, onRetry, onQuantity, onRemove, coupons, suggestions, goesWith } = props;
  const text = useTexts().page;
  if (!cart && !failed) return <Loading />;
  if (!cart) {
    return (
      <Container className="py-10">
        <ErrorState title={text.failedTitle} level={1} onRetry={onRetry}>
          {text.failedText}
        </ErrorState>
      </Container>
    );
  }
  if (cart.lines.length === 0) {
    return (
      <Container className="py-10">
        <CartNotices notices={cart.notices} />
        <EmptyState
          level={1}
          icon={<BagIcon />}
          title={text.emptyTitle}
          actions={
            <LinkButton as={Link} href="/">
              {text.keepShopping}
            </LinkButton>
          }
        >
          {text.emptyText}
        </EmptyState>
        {suggestions}
      </Container>
    );
  }
  return (
    <Container className="py-8 pb-0 lg:pb-14">
      <h1 className="mb-6">{text.title}</h1>
      <div className="grid gap-8 lg:grid-cols-[1fr_22rem] lg:items-start lg:gap-12">
        <div className="grid gap-6">
          <CartNotices notices={cart.notices} />
          {groupBySeller(cart.lines).map((group) => (
            <section key={group.seller.id} aria-labelledby={`seller-${group.seller.id}`}>
              <h2
                id={`seller-${group.seller.id}`}
                className="flex items-center gap-3 border-b border-line-strong pb-3 font-sans text-sm font-normal tracking-normal text-ink-soft"
              >
                <Monogram name={group.seller.name} size={32} />
                <span>
                  {text.soldBy}{' '}
                  <Link href={`/s/${group.seller.slug}`} className="font-semibold text-ink hover:underline">
                    {group.seller.name}
                  </Link>
                </span>
              </h2>
              <ul className="divide-y divide-line">
                {group.lines.map((line) => (
                  <CartLineRow
                    key={line.variantId}
                    line={line}
                    onQuantity={(quantity) => onQuantity(line, quantity)}
                    onRemove={() => onRemove(line)}
                  />
                ))}
              </ul>
            </section>
          ))}
          <p className="hidden lg:block">
            <Link href="/" className="font-semibold underline underline-offset-4">
              {text.keepShopping}
            </Link>
          </p>
        </div>
        <CartSummary cart={cart} coupons={coupons} />
      </div>
      {goesWith ? <div className="mt-14">{goesWith}</div> : null}
    </Container>
  );
}

/** The title stays where it is when the lines arrive. */
function Loading() {
  const text = useTexts().page;
  return (
    <Container className="py-8 pb-0 lg:pb-14">
      <h1 className="mb-6">{text.title}</h1>
      <div role="status" aria-label={text.loading} className="grid gap-8 lg:grid-cols-[1fr_22rem] lg:gap-12">
        <div className="grid gap-6">
          {[0, 1, 2].map((row) => (
            <div key={row} className="flex gap-6">
              <Skeleton className="size-28 shrink-0" />
              <div className="grid flex-1 content-start gap-3">
                <Skeleton className="h-5 w-2/3" />
                <Skeleton className="h-4 w-1/3" />
                <Skeleton className="h-9 w-32" />
              </div>
            </div>
          ))}
        </div>
        <Skeleton className="h-56" />
      </div>
    </Container>
  );
}

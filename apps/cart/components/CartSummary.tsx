import { Button, LinkButton, LockIcon, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { Fragment } from 'react';
import { taxNote } from '../logic/tax-note.ts';
import { useTexts } from '../texts.ts';
import type { Cart } from '../types.ts';
import { type CouponActions, CouponBox, RemoveCoupon } from './CouponBox.tsx';

function CheckOut({ cart }: { cart: Cart }) {
  const text = useTexts().page;
  if (!cart.purchasable) {
    return (
      <Button variant="accent" size="large" block disabled aria-describedby="cart-fix">
        {text.checkOut}
      </Button>
    );
  }
  return (
    <LinkButton as={Link} href="/checkout" variant="accent" size="large" block>
      <LockIcon />
      {text.checkOut}
    </LinkButton>
  );
}

/** Beside the lines on a wide screen; on a phone below them, with total and button held at the bottom edge. */
export function CartSummary({ cart, coupons }: { cart: Cart; coupons: CouponActions }) {
  const { page: text, coupon } = useTexts();
  const { say, money } = useI18n();
  return (
    <>
      <aside className="rounded-panel bg-sunken p-6 lg:sticky lg:top-24" aria-labelledby="cart-summary">
        <h2 id="cart-summary" className="text-xl">
          {text.summary}
        </h2>
        <dl className="mt-4 grid grid-cols-2 gap-y-2">
          <dt className="text-ink-soft">
            {text.subtotal} ({say(text.itemCount, { count: cart.itemCount })})
          </dt>
          <dd className="text-end font-semibold tabular-nums">{money(cart.subtotal)}</dd>
          {cart.promotions.map(({ promotionId, title, code, kind, saves }) => (
            <Fragment key={promotionId}>
              <dt className="text-ink-soft">
                {title}
                {code ? (
                  <span className="block text-sm">
                    {code} · <RemoveCoupon code={code} coupons={coupons} />
                  </span>
                ) : null}
              </dt>
              <dd className="text-end font-semibold text-positive tabular-nums">
                {kind === 'free_shipping' ? coupon.freeDelivery : `−${money(saves)}`}
              </dd>
            </Fragment>
          ))}
          <dt className="text-ink-soft">{text.delivery}</dt>
          <dd className="text-end text-ink-soft">{text.deliveryLater}</dd>
          {cart.discount.amount > 0 ? (
            <>
              <dt className="mt-2 border-t border-line-strong pt-3 font-semibold">{coupon.total}</dt>
              <dd className="mt-2 border-t border-line-strong pt-3 text-end font-display text-xl tabular-nums">
                {money(cart.total)}
              </dd>
            </>
          ) : null}
        </dl>
        <CouponBox cart={cart} coupons={coupons} />
        <p className="mt-4 border-t border-line pt-4 text-sm text-ink-soft">{taxNote(text.taxNote, cart)}</p>
        {cart.purchasable ? null : (
          <p id="cart-fix" className="mt-4 text-sm font-medium text-danger">
            {text.fixFirst}
          </p>
        )}
        <div className="mt-5 hidden lg:block">
          <CheckOut cart={cart} />
        </div>
      </aside>
      <div className="sticky bottom-0 z-20 -mx-gutter flex items-center gap-4 border-t border-line bg-surface px-gutter py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] shadow-lift lg:hidden">
        <p className="shrink-0 leading-tight">
          <span className="block text-sm text-ink-soft">{cart.discount.amount > 0 ? coupon.total : text.subtotal}</span>
          <strong className="font-display text-2xl font-medium tabular-nums">{money(cart.total)}</strong>
        </p>
        <div className="flex-1">
          <CheckOut cart={cart} />
        </div>
      </div>
    </>
  );
}

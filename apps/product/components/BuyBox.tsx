import { RemoteSlot } from '@mallhive/federation';
import { tell } from '@mallhive/federation/tell';
import {
  CheckCircleIcon,
  ClockIcon,
  InfoIcon,
  Notice,
  Price,
  QuantityStepper,
  ReturnIcon,
  ShieldIcon,
  Skeleton,
  TruckIcon,
  useI18n,
} from '@mallhive/ui';
import Link from 'next/link';
import { type ReactNode, useEffect, useState } from 'react';
import { availability, inStockOf } from '../logic/variants.ts';
import { useTexts } from '../texts.ts';
import type { Product, Variant } from '../types.ts';
import { OptionPicker } from './OptionPicker.tsx';

export type BuyBoxProps = {
  product: Product;
  variant: Variant;
  /** Null: not known. */
  taxIncluded: boolean | null;
  onChoose: (variant: Variant) => void;
};

/** Price, choices, quantity and the cart's button. */
export function BuyBox({ product, variant, taxIncluded, onChoose }: BuyBoxProps) {
  const texts = useTexts();
  const { say } = useI18n();
  const stock = availability(variant);
  const [quantity, setQuantity] = useState(1);
  const most = Math.max(1, Math.min(99, variant.availableQuantity));
  const wanted = Math.min(quantity, most);
  const soldOut = stock.kind === 'sold-out';
  useEffect(() => {
    if (soldOut) tell({ type: 'stock_out_seen', productId: product.id });
  }, [soldOut, product.id]);
  return (
    <div className="grid gap-6">
      <div className="flex items-start justify-between gap-4">
        <div>
          <Price current={variant.price.current} compareAt={variant.price.compareAt} size="large" showSaving />
          <p className="mt-1 text-sm text-ink-soft">
            {taxIncluded === null ? texts.buy.taxUnknown : taxIncluded ? texts.buy.taxIncluded : texts.buy.taxOnTop}
          </p>
        </div>
        <RemoteSlot
          module="cart/WishButton"
          props={{ productId: product.id, variantId: variant.id }}
          fallback={<span className="size-11 shrink-0" />}
        />
      </div>
      {product.options.length > 0 ? <OptionPicker product={product} variant={variant} onChoose={onChoose} /> : null}
      {variant.parts.length > 0 ? <Parts parts={variant.parts} /> : null}
      <div aria-live="polite">
        <StockLine variant={variant} wanted={wanted} />
      </div>
      <div className="flex flex-wrap items-start gap-3">
        {soldOut ? null : (
          <QuantityStepper value={wanted} maximum={most} label={texts.buy.quantity} onChange={setQuantity} />
        )}
        <div className="min-h-13 min-w-52 flex-1">
          <RemoteSlot
            module="cart/AddToCart"
            props={{ variantId: variant.id, quantity: wanted, available: !soldOut }}
            fallback={<CartAway />}
          />
        </div>
      </div>
      {soldOut ? <RemoteSlot module="cart/StockAlert" props={{ variantId: variant.id }} fallback={null} /> : null}
      <ul className="grid gap-3.5 rounded-tile bg-sunken p-5 text-[0.9375rem]">
        <Assurance icon={<TruckIcon />} title={texts.buy.delivery}>
          {say(texts.buy.deliveryHint, { seller: product.seller.name })}
        </Assurance>
        <Assurance icon={<ReturnIcon />} title={texts.buy.returns}>
          {texts.buy.returnsHint}
        </Assurance>
        <Assurance icon={<ShieldIcon />} title={texts.buy.secure}>
          {texts.buy.secureHint}
        </Assurance>
      </ul>
    </div>
  );
}

/** What is in a bundle. */
function Parts({ parts }: { parts: Variant['parts'] }) {
  const texts = useTexts();
  const { say } = useI18n();
  return (
    <section aria-label={texts.buy.consistsOf}>
      <h2 className="font-sans text-base font-semibold tracking-normal">{texts.buy.consistsOf}</h2>
      <ul className="mt-2 divide-y divide-line rounded-control border border-line">
        {parts.map((part) => {
          const name = [part.title, part.variantTitle].filter(Boolean).join(', ');
          return (
            <li key={part.variantId} className="flex gap-3 px-4 py-2.5 text-[0.9375rem]">
              <span className="font-semibold tabular-nums">{say(texts.buy.times, { count: part.quantity })}</span>
              {part.available ? (
                <Link href={`/p/${part.slug}?variant=${part.variantId}`} className="underline underline-offset-4">
                  <bdi>{name}</bdi>
                </Link>
              ) : (
                <bdi>{name}</bdi>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function StockLine({ variant, wanted }: { variant: Variant; wanted: number }) {
  const texts = useTexts();
  const { say, date } = useI18n();
  const stock = availability(variant);
  const expected = variant.expectedOn ? date(variant.expectedOn, { dateStyle: 'long', timeZone: 'UTC' }) : null;
  if (stock.kind === 'sold-out') {
    return (
      <Notice tone="caution" title={texts.buy.soldOut}>
        {texts.buy.soldOutHint}
      </Notice>
    );
  }
  if (stock.kind === 'backorder') {
    return (
      <p className="flex items-center gap-2 font-medium text-caution">
        <ClockIcon />
        {expected ? say(texts.buy.backorderExpected, { date: expected }) : texts.buy.backorder}
      </p>
    );
  }
  const later = Math.min(wanted, variant.availableQuantity) - inStockOf(variant);
  if (later > 0) {
    return (
      <p className="flex items-center gap-2 font-medium text-caution">
        <ClockIcon />
        {expected
          ? say(texts.buy.someLaterExpected, { count: later, date: expected })
          : say(texts.buy.someLater, { count: later })}
      </p>
    );
  }
  return stock.kind === 'low' ? (
    <p className="flex items-center gap-2 font-medium text-caution">
      <ClockIcon />
      {say(texts.buy.low, { count: stock.left })}
    </p>
  ) : (
    <p className="flex items-center gap-2 font-medium text-positive">
      <CheckCircleIcon />
      {texts.buy.inStock}
    </p>
  );
}

/** In place of the button: room for it while it loads, and a word when it stays away. */
function CartAway() {
  const texts = useTexts();
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), 1500);
    return () => clearTimeout(timer);
  }, []);
  if (!waited) return <Skeleton className="h-13 w-full rounded-full" />;
  return (
    <p role="status" className="flex gap-2 text-sm text-ink-soft">
      <InfoIcon />
      <span>
        <strong className="block font-semibold text-ink">{texts.buy.fallbackTitle}</strong>
        {texts.buy.fallbackText}
      </span>
    </p>
  );
}

function Assurance({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span className="text-accent-strong">{icon}</span>
      <span>
        <span className="block font-semibold">{title}</span>
        <span className="text-ink-soft">{children}</span>
      </span>
    </li>
  );
}

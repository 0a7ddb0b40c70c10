import { ChevronDownIcon, Picture, useI18n } from '@mallhive/ui';
import { Fragment } from 'react';
import { useTexts } from '../texts.ts';
import type { Checkout, Money } from '../types.ts';

type Totals = Checkout['totals'];

interface TotalsProps {
  totals: Totals;
  savings: Checkout['savings'];
  updating?: boolean;
}

export function TotalsList({ totals, savings, updating = false }: TotalsProps) {
  const text = useTexts().page;
  const { money } = useI18n();
  const row = (label: string, value: Money, free = false) => (
    <>
      <dt className="text-ink-soft">{label}</dt>
      <dd className="text-end tabular-nums">{free && value.amount === 0 ? text.free : money(value)}</dd>
    </>
  );
  return (
    <dl
      className={`grid grid-cols-2 gap-y-1.5 transition-colors ${updating ? 'text-ink-soft' : ''}`}
      aria-busy={updating}
    >
      {row(text.items, totals.items)}
      {row(text.shipping, totals.shipping, true)}
      {savings.map(({ title, code, amount }) => (
        <Fragment key={`${title} ${code}`}>
          <dt className="text-ink-soft">{code ? `${title} (${code})` : title}</dt>
          <dd className="text-end text-positive tabular-nums">−{money(amount)}</dd>
        </Fragment>
      ))}
      {totals.taxIncluded ? null : row(text.taxOnTop, totals.tax)}
      <dt className="mt-2 border-t border-line-strong pt-3 text-lg font-semibold">{text.total}</dt>
      <dd className="mt-2 border-t border-line-strong pt-3 text-end font-display text-2xl tabular-nums">
        {money(totals.total)}
      </dd>
      {totals.taxIncluded ? row(text.tax, totals.tax) : null}
    </dl>
  );
}

interface SummaryLineProps {
  line: {
    variantId: string;
    title: string;
    variantTitle: string;
    imageUrl: string | null;
    quantity: number;
    total: Money;
  };
}

export function SummaryLine({ line }: SummaryLineProps) {
  const text = useTexts().page;
  const { say, money } = useI18n();
  const image = line.imageUrl ? { url: line.imageUrl, alt: '', width: 160, height: 160 } : null;
  return (
    <li className="flex items-center gap-4 py-3">
      <span className="relative shrink-0">
        <Picture image={image} alt="" sizes="4rem" ratio={1} rounded className="w-16" />
        <span
          className="absolute -top-2 -end-2 min-w-6 rounded-full bg-inverse px-1.5 text-center text-xs leading-6 font-semibold text-inverse-ink tabular-nums"
          aria-hidden="true"
        >
          {line.quantity}
        </span>
      </span>
      <span className="min-w-0 flex-1 leading-snug">
        <span className="font-semibold">{line.title}</span>
        {line.variantTitle ? <span className="block text-sm text-ink-soft">{line.variantTitle}</span> : null}
        <span className="mh-visually-hidden">{say(text.quantity, { quantity: line.quantity })}</span>
      </span>
      <span className="tabular-nums">{money(line.total)}</span>
    </li>
  );
}

function Lines({ checkout }: { checkout: Checkout }) {
  const text = useTexts().page;
  const { say } = useI18n();
  return (
    <>
      {checkout.parcels.map((parcel) => (
        <section key={parcel.seller.id} className="mb-3">
          <h3 className="font-sans text-sm font-normal tracking-normal text-ink-soft">
            {say(text.parcelFrom, { seller: parcel.seller.name })}
          </h3>
          <ul className="divide-y divide-line">
            {parcel.lines.map((line) => (
              <SummaryLine key={line.variantId} line={line} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Codes of the cart that do not count: the total is without them. */
function RefusedCoupons({ coupons }: { coupons: Checkout['refusedCoupons'] }) {
  const text = useTexts().page;
  const { say } = useI18n();
  if (coupons.length === 0) return null;
  return (
    <div role="status">
      <ul className="mb-4 grid gap-2 text-sm">
        {coupons.map(({ code, reason, minimum }) => (
          <li key={code} className="rounded-control bg-caution-soft px-3 py-2">
            {reason === 'minimum' && minimum
              ? say(text.couponMinimum, { code, minimum })
              : say(text.couponRefused, { code })}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SummaryProps {
  checkout: Checkout;
  updating: boolean;
}

/** Beside the form on a wide screen. */
export function OrderSummary({ checkout, updating }: SummaryProps) {
  const text = useTexts().page;
  return (
    <aside
      aria-labelledby="checkout-summary"
      className="hidden rounded-panel bg-sunken p-7 lg:sticky lg:top-6 lg:block lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto"
    >
      <h2 id="checkout-summary" className="mb-4 text-2xl">
        {text.summary}
      </h2>
      <Lines checkout={checkout} />
      <RefusedCoupons coupons={checkout.refusedCoupons} />
      <TotalsList totals={checkout.totals} savings={checkout.savings} updating={updating} />
    </aside>
  );
}

/** On a phone: one line with the total that opens. */
export function FoldedSummary({ checkout, updating }: SummaryProps) {
  const text = useTexts().page;
  const { money } = useI18n();
  return (
    <details className="group -mx-gutter border-y border-line bg-sunken px-gutter lg:hidden">
      <summary className="flex list-none items-center justify-between gap-4 py-4 [&::-webkit-details-marker]:hidden">
        <span className="flex items-center gap-2 font-semibold">
          {text.summary}
          <ChevronDownIcon className="transition-transform group-open:rotate-180" />
        </span>
        <span className={`font-display text-xl tabular-nums transition-colors ${updating ? 'text-ink-soft' : ''}`}>
          {money(checkout.totals.total)}
        </span>
      </summary>
      <div className="pb-5">
        <Lines checkout={checkout} />
        <RefusedCoupons coupons={checkout.refusedCoupons} />
        <TotalsList totals={checkout.totals} savings={checkout.savings} updating={updating} />
      </div>
    </details>
  );
}

import { Button, formatMoney, Notice, Picture } from '@mallhive/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { momentLabel } from '../../logic/figures.ts';
import { afterSaleMessages } from '../../messages/after-sale.ts';
import type { ReturnDetail } from '../../types.ts';
import { PageHead } from '../PageHead.tsx';
import { DecideForm } from './DecideForm.tsx';
import { InspectForm } from './InspectForm.tsx';
import { ReturnBadge } from './ReturnBadge.tsx';
import type { ReturnActions } from './use-return-actions.ts';

const text = afterSaleMessages.returns;
const panel = 'rounded-tile border border-line bg-surface p-5 sm:p-6';

function Items({ one }: { one: ReturnDetail }) {
  return (
    <ul className="divide-y divide-line">
      {one.items.map((item, index) => {
        const line = one.lines[index];
        return (
          <li key={item.returnLineId} className="flex items-center gap-4 py-3">
            <Picture
              image={item.imageUrl ? { url: item.imageUrl, alt: '', width: 160, height: 160 } : null}
              alt=""
              sizes="3.5rem"
              ratio={1}
              rounded
              className="w-14 shrink-0"
            />
            <span className="min-w-0 flex-1 leading-snug">
              <span className="font-medium">
                {line?.quantity} × {item.title}
              </span>
              <span className="block text-sm text-ink-soft">
                {[item.variantTitle, item.sku].filter(Boolean).join(' · ')}
              </span>
              <span className="block text-sm">{line ? text.reasons[line.reason] : ''}</span>
              {item.exchangeTo ? <span className="block text-sm">{text.instead(item.exchangeTo)}</span> : null}
              {line?.condition ? (
                <span className="block text-sm text-ink-soft">
                  {text.conditions[line.condition]} · {text.acceptedLabel} {line.acceptedQuantity}
                </span>
              ) : null}
            </span>
            <span className="tabular-nums">{formatMoney(item.worth)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Said({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={panel}>
      <h2 className="mb-2 text-xl">{title}</h2>
      <p className="max-w-prose whitespace-pre-line">{children}</p>
    </section>
  );
}

interface ReturnViewProps {
  one: ReturnDetail;
  /** The page of its order. */
  orderHref: string;
  /** For administrators, who see those of all sellers. */
  seller?: string;
  actions: ReturnActions;
}

/** One return from the wish to the money; always shows the one step that is next. */
export function ReturnView({ one, orderHref, seller, actions }: ReturnViewProps) {
  const { status } = one;
  const coming = status === 'approved' || status === 'in_transit';
  return (
    <>
      <PageHead
        title={text.one(one.number)}
        badges={<ReturnBadge status={status} />}
        lead={[seller, momentLabel(one.requestedAt), text.wishes[one.wish], formatMoney(one.worth)]
          .filter(Boolean)
          .join(' · ')}
      />
      <div className="grid max-w-3xl gap-5">
        {status === 'requested' ? (
          <section className={panel}>
            <h2 className="mb-4 text-xl">{text.decide}</h2>
            <DecideForm one={one} decide={actions.decide} />
          </section>
        ) : null}
        {coming ? (
          <section className={`${panel} grid gap-5`}>
            <p className="text-ink-soft">{text.receiveLead}</p>
            {one.carrier ? (
              <p>
                {text.parcel}{' '}
                <span className="font-semibold">{[one.carrier, one.trackingNumber].filter(Boolean).join(', ')}</span>
              </p>
            ) : null}
            <div>
              <Button
                variant="accent"
                busy={actions.receive.isPending}
                onClick={() => actions.receive.mutate({ returnId: one.id })}
              >
                {text.receive}
              </Button>
            </div>
            <DecideForm one={one} decide={actions.decide} />
          </section>
        ) : null}
        {status === 'received' ? (
          <section className={panel}>
            <h2 className="mb-4 text-xl">{text.inspect}</h2>
            <InspectForm one={one} inspect={actions.inspect} />
          </section>
        ) : null}
        {status === 'inspected' ? (
          <Notice tone="positive" role="status">
            {text.settling}
          </Notice>
        ) : null}
        <section className={panel}>
          <h2 className="mb-2 text-xl">{text.items}</h2>
          <p className="text-sm text-ink-soft">
            <Link href={orderHref} className="underline underline-offset-4">
              {text.of(one.customerName, one.subOrderNumber)}
            </Link>
          </p>
          <Items one={one} />
        </section>
        {one.note ? <Said title={text.note}>{one.note}</Said> : null}
        {one.instructions ? <Said title={text.instructions}>{one.instructions}</Said> : null}
        {one.decision ? <Said title={text.decision}>{one.decision}</Said> : null}
      </div>
    </>
  );
}

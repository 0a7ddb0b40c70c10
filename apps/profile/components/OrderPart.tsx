import { Button, ExternalIcon, LinkButton, Notice, Picture, TruckIcon, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { useState } from 'react';
import { returnable } from '../logic/after-sale.ts';
import { dayFormat } from '../logic/dates.ts';
import { parcelLines, safeTrackingUrl, unshippedLines } from '../logic/status.ts';
import { useTexts } from '../texts.ts';
import type { Shipment, SubOrder } from '../types.ts';
import { Documents } from './after-sale/Documents.tsx';
import { ReturnDialog } from './after-sale/ReturnDialog.tsx';
import { Returns } from './after-sale/Returns.tsx';
import type { OrderActions } from './after-sale/use-order-actions.ts';
import { Stepper } from './Stepper.tsx';
import { PartBadge } from './status-badge.tsx';

type Line = SubOrder['lines'][number];

/** A day, wherever the reader is. */
const laterFormat = { dateStyle: 'medium', timeZone: 'UTC' } as const;

interface LinesProps {
  entries: { line: Line; quantity: number }[];
  /** True for what was sent: it can be reviewed. */
  sent?: boolean;
}

function Lines({ entries, sent = false }: LinesProps) {
  const text = useTexts().order;
  const { say, money, date } = useI18n();
  return (
    <ul className="divide-y divide-line">
      {entries.map(({ line, quantity }) => (
        <li key={line.id} className="flex items-center gap-4 py-3">
          <Picture
            image={line.imageUrl ? { url: line.imageUrl, alt: '', width: 160, height: 160 } : null}
            alt=""
            sizes="4rem"
            ratio={1}
            rounded
            className="w-16 shrink-0"
          />
          <span className="min-w-0 flex-1 leading-snug">
            <Link href={`/p/${line.slug}`} className="font-semibold hover:underline">
              {line.title}
            </Link>
            <span className="block text-sm text-ink-soft">
              {line.variantTitle ? (
                <>
                  <bdi>{line.variantTitle}</bdi> ·{' '}
                </>
              ) : null}
              <span className="whitespace-nowrap">{say(text.quantity, { count: quantity })}</span>
            </span>
            {!sent && line.waitingQuantity > 0 ? (
              <span className="block text-sm text-caution">
                {line.expectedOn
                  ? say(text.laterExpected, { count: line.waitingQuantity, date: date(line.expectedOn, laterFormat) })
                  : say(text.later, { count: line.waitingQuantity })}
              </span>
            ) : null}
            {sent ? (
              <Link href={`/p/${line.slug}#write-review`} className="text-sm underline">
                {text.review}
                <span className="mh-visually-hidden"> {line.title}</span>
              </Link>
            ) : null}
          </span>
          <span className="tabular-nums">{money({ ...line.unitPrice, amount: line.unitPrice.amount * quantity })}</span>
        </li>
      ))}
    </ul>
  );
}

function Parcel({ part, shipment, index }: { part: SubOrder; shipment: Shipment; index: number }) {
  const text = useTexts().order;
  const { say, date } = useI18n();
  const url = safeTrackingUrl(shipment.trackingUrl);
  const lost = shipment.status === 'lost';
  return (
    <section className="rounded-control bg-sunken p-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h3 className="flex items-center gap-2 font-sans text-base font-semibold tracking-normal">
            <TruckIcon />
            {say(text.parcel, { index: index + 1 })}
          </h3>
          <p className="mt-1 text-sm text-ink-soft">
            {shipment.deliveredAt
              ? say(text.deliveredOn, { day: date(shipment.deliveredAt, dayFormat) })
              : say(text.sentWith, { carrier: shipment.carrier, day: date(shipment.shippedAt, dayFormat) })}
          </p>
          {lost ? <p className="mt-1 text-sm font-medium text-caution">{text.lostParcel}</p> : null}
          <p className="mt-1 text-sm">
            <span className="text-ink-soft">{text.tracking}</span>{' '}
            <bdi className="font-semibold break-all">{shipment.trackingNumber}</bdi>
          </p>
        </div>
        {url ? (
          <LinkButton href={url} target="_blank" rel="noopener noreferrer" variant="secondary" size="small">
            {text.track}
            <ExternalIcon />
            <span className="mh-visually-hidden">{text.newWindow}</span>
          </LinkButton>
        ) : null}
      </div>
      <Lines entries={parcelLines(part, shipment)} sent={!lost} />
    </section>
  );
}

interface OrderPartProps {
  part: SubOrder;
  index: number;
  count: number;
  returnDays: number;
  /** Absent where nothing can be done, as in the account's preview. */
  actions?: OrderActions | undefined;
}

/** What one seller sends: how far it is, its parcels, and what is still to come. */
export function OrderPart({ part, index, count, returnDays, actions }: OrderPartProps) {
  const { order: text, returns } = useTexts();
  const { say, money } = useI18n();
  const [asking, setAsking] = useState(false);
  const [now] = useState(Date.now);
  const back = actions ? returnable(part, returnDays, now) : [];
  const gone = part.lines.filter((line) => line.cancelledQuantity > 0 && part.status !== 'cancelled');
  const waiting = unshippedLines(part);
  // Cancelled, or from before there were parcels here: nothing says when which of them came.
  const unsorted = part.shipments.length === 0 && waiting.length === 0 ? part.lines : [];
  return (
    <section aria-labelledby={`part-${part.id}`} className="rounded-tile border border-line bg-surface p-5 sm:p-6">
      <div className="mb-5 flex flex-wrap items-start justify-between gap-3">
        <div>
          <h2 id={`part-${part.id}`} className="text-xl">
            {count > 1 ? `${say(text.part, { index: index + 1, count })} · ` : ''}
            <bdi>{part.seller.name}</bdi>
          </h2>
          <p className="mt-1 text-sm text-ink-soft">
            <bdi>{part.number}</bdi> · {part.shippingMethod === 'express' ? text.express : text.standard}
          </p>
        </div>
        <PartBadge status={part.status} />
      </div>
      <Stepper status={part.status} />
      {part.status === 'cancelled' ? <Notice tone="info">{text.cancelled}</Notice> : null}
      {part.exchangeOf ? <Notice tone="info">{returns.exchange}</Notice> : null}
      <div className="mt-6 grid gap-4">
        {part.shipments.map((shipment, position) => (
          <Parcel key={shipment.id} part={part} shipment={shipment} index={position} />
        ))}
        {unsorted.length > 0 ? (
          <Lines
            entries={unsorted.map((line) => ({ line, quantity: line.quantity }))}
            sent={part.status === 'delivered'}
          />
        ) : null}
        {waiting.length > 0 ? (
          <div>
            {part.shipments.length > 0 ? (
              <h3 className="font-sans text-sm font-semibold tracking-normal">{text.stillToCome}</h3>
            ) : null}
            <Lines entries={waiting} />
          </div>
        ) : null}
        {gone.length > 0 ? (
          <div>
            <h3 className="font-sans text-sm font-semibold tracking-normal">{text.cancelledItems}</h3>
            <ul className="text-sm text-ink-soft">
              {gone.map((line) => (
                <li key={line.id}>
                  {line.cancelledQuantity} × {line.title}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {part.refunds.length > 0 ? (
          <ul className="grid gap-1 text-sm">
            {part.refunds.map((refund) => (
              <li key={refund.id}>{say(text.refund[refund.status], { amount: money(refund.amount) })}</li>
            ))}
          </ul>
        ) : null}
        {part.documents.length > 0 && actions ? <Documents part={part} load={actions.document} /> : null}
        {part.returns.length > 0 ? <Returns part={part} send={actions?.sendReturn} /> : null}
        {back.length > 0 && actions ? (
          <p>
            <Button variant="secondary" size="small" onClick={() => setAsking(true)}>
              {returns.ask}
              <span className="mh-visually-hidden"> {part.number}</span>
            </Button>
          </p>
        ) : null}
        {asking && actions ? <ReturnDialog choices={back} actions={actions} onClose={() => setAsking(false)} /> : null}
      </div>
    </section>
  );
}

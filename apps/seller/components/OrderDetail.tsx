import { Badge, Button, formatMoney, LinkButton, Picture } from '@mallhive/ui';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { countryName } from '../logic/countries.ts';
import { dateLabel, momentLabel } from '../logic/figures.ts';
import { afterSaleMessages } from '../messages/after-sale.ts';
import { messages } from '../messages.ts';
import type { SubOrder } from '../types.ts';
import { OrderStatusBadge } from './OrderList.tsx';
import { AfterSale } from './orders/AfterSale.tsx';
import { LostParcelDialog } from './orders/LostParcelDialog.tsx';
import { PartsToPack } from './orders/PartsToPack.tsx';
import { useOrganisation } from './organisation.tsx';
import { PageHead } from './PageHead.tsx';

const text = messages.order;
const panel = 'rounded-tile border border-line bg-surface p-5 sm:p-6';

function Lines({ subOrder }: { subOrder: SubOrder }) {
  return (
    <ul className="divide-y divide-line">
      {subOrder.lines.map((line) => (
        <li key={line.id} className="flex items-center gap-4 py-3">
          <Picture
            image={line.imageUrl ? { url: line.imageUrl, alt: '', width: 160, height: 160 } : null}
            alt=""
            sizes="3.5rem"
            ratio={1}
            rounded
            className="w-14 shrink-0"
          />
          <span className="min-w-0 flex-1 leading-snug">
            <Link href={`/products/${line.productId}`} className="font-medium hover:underline">
              {line.title}
            </Link>
            <span className="block text-sm text-ink-soft">
              {[line.variantTitle, `${text.sku} ${line.sku}`].filter(Boolean).join(' · ')}
            </span>
            <PartsToPack line={line} />
            <span className="block text-sm text-ink-soft">
              {line.quantity} × {formatMoney(line.unitPrice)} · {text.sent}{' '}
              {[
                text.sentOf(line.shippedQuantity, line.quantity),
                line.waitingQuantity > 0
                  ? text.waitsFor(line.waitingQuantity, line.expectedOn && dateLabel(line.expectedOn))
                  : '',
                line.cancelledQuantity > 0 ? afterSaleMessages.cancelledOf(line.cancelledQuantity) : '',
                line.returnedQuantity > 0 ? afterSaleMessages.returnedOf(line.returnedQuantity) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <span className="font-semibold tabular-nums">{formatMoney(line.total)}</span>
        </li>
      ))}
    </ul>
  );
}

interface ParcelsProps {
  subOrder: SubOrder;
  marking: string | null;
  onDelivered: (shipmentId: string) => void;
}

function Parcels({ subOrder, marking, onDelivered }: ParcelsProps) {
  const { sellerId } = useOrganisation();
  const [losing, setLosing] = useState<string | null>(null);
  return (
    <ul className="grid gap-4">
      {subOrder.shipments.map((shipment, index) => (
        <li
          key={shipment.id}
          className="flex flex-wrap items-start justify-between gap-3 rounded-control bg-sunken p-4"
        >
          <div>
            <h3 className="font-sans text-base font-semibold tracking-normal">{text.parcel(index + 1)}</h3>
            <p className="text-sm text-ink-soft">{text.sentOn(shipment.carrier, momentLabel(shipment.shippedAt))}</p>
            <p className="text-sm">
              <span className="text-ink-soft">{text.tracking}</span>{' '}
              <span className="break-all">{shipment.trackingNumber}</span>
            </p>
            <p className="mt-1 text-sm text-ink-soft">
              {shipment.lines
                .map(({ orderLineId, quantity }) => {
                  const line = subOrder.lines.find((candidate) => candidate.id === orderLineId);
                  return `${quantity} × ${line?.title ?? ''}`;
                })
                .join(', ')}
            </p>
          </div>
          {shipment.status === 'lost' ? <Badge tone="caution">{afterSaleMessages.lost.badge}</Badge> : null}
          {shipment.deliveredAt ? (
            <p className="text-sm font-medium text-positive">{text.deliveredOn(momentLabel(shipment.deliveredAt))}</p>
          ) : null}
          {shipment.status === 'shipped' ? (
            <div className="flex flex-wrap gap-2">
              <Button
                variant="quiet"
                size="small"
                aria-label={`${afterSaleMessages.lost.open}: ${text.parcel(index + 1)}`}
                onClick={() => setLosing(shipment.id)}
              >
                {afterSaleMessages.lost.open}
              </Button>
              <Button
                variant="secondary"
                size="small"
                busy={marking === shipment.id}
                aria-label={`${text.markDelivered}: ${text.parcel(index + 1)}`}
                onClick={() => onDelivered(shipment.id)}
              >
                {text.markDelivered}
              </Button>
            </div>
          ) : null}
          {losing === shipment.id ? (
            <LostParcelDialog
              sellerId={sellerId}
              subOrderId={subOrder.id}
              shipmentId={shipment.id}
              onClose={() => setLosing(null)}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-lg">{title}</h2>
      {children}
    </section>
  );
}

function Side({ subOrder }: { subOrder: SubOrder }) {
  const { shippingAddress: to, totals } = subOrder;
  const address = [
    to.name,
    to.line1,
    to.line2,
    `${to.postcode} ${to.city}`,
    to.region,
    countryName(to.country),
    to.phone,
  ];
  return (
    <aside className="grid gap-6 rounded-tile bg-sunken p-6">
      <Block title={text.address}>
        <address className="not-italic">
          {address.filter(Boolean).map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </address>
      </Block>
      <Block title={text.method}>
        <p className={subOrder.shippingMethod === 'express' ? 'font-semibold' : ''}>{text[subOrder.shippingMethod]}</p>
      </Block>
      <Block title={text.contact}>
        <a href={`mailto:${subOrder.email}`} className="break-all underline underline-offset-4">
          {subOrder.email}
        </a>
      </Block>
      <Block title={text.totals}>
        <dl className="grid grid-cols-2 gap-y-1 tabular-nums">
          {(
            [
              [text.itemsTotal, totals.items],
              [text.shipping, totals.shipping],
              [text.total, totals.total],
              [totals.taxIncluded ? text.tax : text.taxOnTop, totals.tax],
            ] as const
          ).map(([label, value]) => (
            <div key={label} className="contents">
              <dt className="text-ink-soft">{label}</dt>
              <dd className="text-right">{formatMoney(value)}</dd>
            </div>
          ))}
        </dl>
      </Block>
      <Block title={text.timeline}>
        <ol className="grid gap-3">
          {subOrder.timeline.map((entry) => (
            <li key={`${entry.at} ${entry.kind} ${entry.message}`}>
              {entry.message}
              <span className="block text-sm text-ink-soft">{momentLabel(entry.at)}</span>
            </li>
          ))}
        </ol>
      </Block>
    </aside>
  );
}

export interface OrderDetailProps extends ParcelsProps {
  /** The form, or why there is none. */
  ship: ReactNode;
}

export function OrderDetail({ subOrder, marking, onDelivered, ship }: OrderDetailProps) {
  const { sellerId, role } = useOrganisation();
  return (
    <>
      <PageHead
        title={text.title(subOrder.number)}
        badges={<OrderStatusBadge status={subOrder.status} />}
        lead={`${text.placed(momentLabel(subOrder.placedAt))} · ${text.partOf(subOrder.orderNumber)}`}
        actions={
          <LinkButton as={Link} variant="secondary" href={`/orders/slips?ids=${subOrder.id}`}>
            {messages.orders.slips}
          </LinkButton>
        }
      />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_20rem] xl:items-start">
        <div className="grid gap-5">
          <section className={panel}>
            <h2 className="mb-4 text-xl">{text.ship}</h2>
            {ship}
          </section>
          {subOrder.shipments.length > 0 ? (
            <section className={panel}>
              <h2 className="mb-4 text-xl">{text.parcels}</h2>
              <Parcels subOrder={subOrder} marking={marking} onDelivered={onDelivered} />
            </section>
          ) : null}
          <section className={panel}>
            <h2 className="mb-2 text-xl">{text.lines}</h2>
            <Lines subOrder={subOrder} />
          </section>
          <section className={`${panel} grid gap-5`}>
            <h2 className="text-xl">{afterSaleMessages.actions}</h2>
            <AfterSale sellerId={sellerId} subOrder={subOrder} mayRefund={role !== 'fulfilment'} />
          </section>
        </div>
        <Side subOrder={subOrder} />
      </div>
    </>
  );
}

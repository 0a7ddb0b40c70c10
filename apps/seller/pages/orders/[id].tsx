import { refusalOf, useApi } from '@mallhive/api-client';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Dashboard } from '../../components/Dashboard.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { OrderDetail } from '../../components/OrderDetail.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { ShipForm } from '../../components/ShipForm.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { newId } from '../../logic/new-id.ts';
import { openLines, type ShipFields, shipInput } from '../../logic/shipping.ts';
import { messages } from '../../messages.ts';
import type { SubOrder } from '../../types.ts';

const text = messages.order;

function failureOf(error: unknown): string {
  const reason = refusalOf(error)?.reason;
  if (reason === 'not_shippable') return text.notShippable;
  if (reason === 'line_waits_for_stock') return text.lineWaits;
  return reason === 'quantity_exceeded' ? text.quantityExceeded : text.failed;
}

function noFormBecause(subOrder: SubOrder): string | null {
  if (subOrder.status === 'pending_payment') return text.waiting;
  if (subOrder.status === 'cancelled') return text.cancelled;
  if (openLines(subOrder).length > 0) return null;
  return subOrder.lines.some((line) => line.waitingQuantity > 0) ? text.allWait : text.allSent;
}

function OrderContent({ subOrderId }: { subOrderId: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId } = useOrganisation();
  const order = useQuery(api.orders.sellerOrder.queryOptions({ sellerId, subOrderId }));
  // One id for one parcel: it stays until the parcel is stored, however often the form is sent.
  const [shipmentId, setShipmentId] = useState(newId);
  const refresh = () => queries.invalidateQueries({ queryKey: api.orders.pathKey() });
  const ship = useMutation(
    api.orders.ship.mutationOptions({
      onSuccess: async () => {
        setShipmentId(newId());
        toast.show({ message: text.shipped });
        await refresh();
      },
      onError: (error) => (refusalOf(error) ? refresh() : undefined),
    }),
  );
  const deliver = useMutation(
    api.orders.markDelivered.mutationOptions({
      onSuccess: () => {
        toast.show({ message: text.marked });
      },
      onError: () => {
        toast.show({ message: text.failed, tone: 'danger' });
      },
      onSettled: refresh,
    }),
  );

  const sending = useRef(false);
  const send = (subOrder: SubOrder, fields: ShipFields) => {
    // The second press of a double click comes before the button shows that it is busy.
    if (sending.current) return;
    sending.current = true;
    ship.mutate(shipInput({ sellerId, subOrderId, shipmentId }, fields, openLines(subOrder)), {
      onSettled: () => {
        sending.current = false;
      },
    });
  };

  return (
    <Loaded query={order} backHref="/orders">
      {({ subOrder }) => {
        const reason = noFormBecause(subOrder);
        const left = openLines(subOrder).map(({ line, left: units }) => `${line.id} ${units}`);
        return (
          <OrderDetail
            subOrder={subOrder}
            marking={deliver.isPending ? deliver.variables.shipmentId : null}
            onDelivered={(id) => deliver.mutate({ sellerId, subOrderId, shipmentId: id })}
            ship={
              reason ? (
                <p className="text-ink-soft">{reason}</p>
              ) : (
                <ShipForm
                  key={left.join()}
                  subOrder={subOrder}
                  saving={ship.isPending}
                  failure={ship.isError ? failureOf(ship.error) : null}
                  onShip={(fields) => send(subOrder, fields)}
                />
              )
            }
          />
        );
      }}
    </Loaded>
  );
}

export default function OrderPage(props: SellerPageProps) {
  return (
    <Dashboard
      {...props}
      title={messages.orders.title}
      crumbs={[{ label: messages.orders.title, href: '/orders' }, { label: messages.orders.number }]}
    >
      <OrderContent key={props.id} subOrderId={props.id ?? ''} />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;

import { type RouterOutputs, useApi } from '@mallhive/api-client';
import { formatMoney } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import { decimalOf } from '../../logic/csv.ts';
import type { Period } from '../../logic/period.ts';
import { analyticsMessages as text } from '../../messages/analytics.ts';
import { Loaded } from '../Loaded.tsx';
import { Change } from './Change.tsx';
import { FigureTable } from './FigureTable.tsx';
import { ShareBar } from './ShareBar.tsx';

function Sellers({ answer, period }: { answer: RouterOutputs['analytics']['shopSellers']; period: Period }) {
  const api = useApi();
  const known = useQuery(
    api.identity.sellers.queryOptions({ query: '', status: 'approved', limit: 100 }, { staleTime: 60_000 }),
  );
  const names = new Map((known.data?.items ?? []).map(({ sellerId, name }) => [sellerId, name]));
  const { sellers, currency } = answer;
  const money = (amount: number) => formatMoney({ amount, currency });
  const most = Math.max(1, ...sellers.map(({ net }) => net));
  return (
    <FigureTable
      title={text.tabs.sellers}
      file={`sellers-${period.from}-${period.to}`}
      rows={sellers}
      rowKey={({ sellerId }) => sellerId}
      columns={[
        { key: 'seller', label: text.seller, value: ({ sellerId }) => names.get(sellerId) ?? sellerId },
        { key: 'orders', label: text.tiles.orders, align: 'end', value: ({ orders }) => orders },
        { key: 'units', label: text.tiles.units, align: 'end', value: ({ units }) => units },
        {
          key: 'refunded',
          label: text.tiles.refunded,
          align: 'end',
          value: ({ refunded }) => decimalOf(refunded),
          render: ({ refunded }) => money(refunded),
        },
        {
          key: 'net',
          label: text.tiles.net,
          align: 'end',
          value: ({ net }) => decimalOf(net),
          render: ({ net }) => (
            <span className="flex items-center justify-end gap-3">
              <ShareBar share={net / most} />
              {money(net)}
            </span>
          ),
        },
        {
          key: 'before',
          label: text.before,
          align: 'end',
          value: ({ netBefore }) => decimalOf(netBefore),
          render: ({ net, netBefore }) => <Change now={net} before={netBefore} />,
        },
      ]}
    />
  );
}

/** Every seller of the shop. */
export function SellersView({ period }: { period: Period }) {
  const api = useApi();
  const query = useQuery(api.analytics.shopSellers.queryOptions(period, { staleTime: 60_000 }));
  return <Loaded query={query}>{(answer) => <Sellers answer={answer} period={period} />}</Loaded>;
}

import { EmptyState, TruckIcon } from '@mallhive/ui';
import Link from 'next/link';
import { momentLabel } from '../../logic/figures.ts';
import { afterSaleMessages } from '../../messages/after-sale.ts';
import type { ReturnRow } from '../../types.ts';
import { DataTable } from '../table/DataTable.tsx';
import { ReturnBadge } from './ReturnBadge.tsx';

const text = afterSaleMessages.returns;

type Href = (one: ReturnRow) => string;
const own: Href = ({ id }) => `/returns/${id}`;

function Summary({ one, href }: { one: ReturnRow; href: Href }) {
  return (
    <span className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
      <Link href={href(one)} className="font-semibold after:absolute after:inset-0 hover:underline">
        {one.number}
      </Link>
      <ReturnBadge status={one.status} />
      <span className="min-w-0 text-sm text-ink-soft">
        {one.customerName} · {one.subOrderNumber}
        <br />
        {momentLabel(one.requestedAt)} · {text.wishes[one.wish]}
      </span>
    </span>
  );
}

/** `href`: where a row leads; administrators have a page of their own. */
export function ReturnTable({ returns, href = own }: { returns: ReturnRow[]; href?: Href }) {
  if (returns.length === 0) {
    return (
      <EmptyState icon={<TruckIcon />} title={text.empty}>
        {text.emptyText}
      </EmptyState>
    );
  }
  return (
    <DataTable
      caption={text.title}
      rows={returns}
      rowKey={(one) => one.id}
      rowName={(one) => one.number}
      card={(one) => <Summary one={one} href={href} />}
      columns={[
        {
          key: 'number',
          label: text.number,
          render: (one) => (
            <Link href={href(one)} className="font-semibold whitespace-nowrap hover:underline">
              {one.number}
            </Link>
          ),
        },
        { key: 'order', label: text.order, render: (one) => one.subOrderNumber },
        { key: 'customer', label: text.customer, render: (one) => one.customerName },
        { key: 'requested', label: text.requested, render: (one) => momentLabel(one.requestedAt) },
        { key: 'wish', label: text.wish, render: (one) => text.wishes[one.wish] },
        { key: 'units', label: text.units, align: 'end', render: (one) => one.units },
        { key: 'status', label: text.status, render: (one) => <ReturnBadge status={one.status} /> },
      ]}
    />
  );
}

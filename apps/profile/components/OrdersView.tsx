import { Button, EmptyState, ErrorState, LinkButton, PackageIcon, Skeleton } from '@mallhive/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTexts } from '../texts.ts';
import type { OrderSummary } from '../types.ts';
import { AccountLayout } from './AccountLayout.tsx';
import { OrderCards } from './OrderCards.tsx';

export interface OrdersViewProps {
  orders: readonly OrderSummary[] | undefined;
  failed: boolean;
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
  onRetry: () => void;
  /** Shown below the orders. */
  suggestions?: ReactNode;
}

export function OrdersView(props: OrdersViewProps) {
  const { orders, failed, hasMore, loadingMore, onMore, onRetry, suggestions } = props;
  const text = useTexts().orders;
  return (
    <AccountLayout current="orders">
      <h1 className="mb-6">{text.title}</h1>
      {!orders && failed ? (
        <ErrorState title={text.failedTitle} onRetry={onRetry}>
          {text.failedText}
        </ErrorState>
      ) : null}
      {!orders && !failed ? (
        <div role="status" aria-label={text.loading} className="grid gap-4">
          {['a', 'b', 'c'].map((key) => (
            <Skeleton key={key} className="h-24" />
          ))}
        </div>
      ) : null}
      {orders?.length === 0 ? (
        <EmptyState
          icon={<PackageIcon />}
          title={text.empty}
          actions={
            <LinkButton as={Link} href="/">
              {text.shop}
            </LinkButton>
          }
        >
          {text.emptyText}
        </EmptyState>
      ) : null}
      {orders && orders.length > 0 ? <OrderCards orders={orders} /> : null}
      {hasMore ? (
        <p className="mt-6 text-center">
          <Button variant="secondary" busy={loadingMore} onClick={onMore}>
            {text.more}
          </Button>
        </p>
      ) : null}
      {orders && failed ? (
        <p role="alert" className="mt-4 text-center text-sm text-danger">
          {text.failedText}
        </p>
      ) : null}
      {orders && suggestions ? <div className="mt-14">{suggestions}</div> : null}
    </AccountLayout>
  );
}

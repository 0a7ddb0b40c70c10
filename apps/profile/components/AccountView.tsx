import { EmptyState, LinkButton, PackageIcon } from '@mallhive/ui';
import Link from 'next/link';
import { messages } from '../messages.ts';
import type { OrderSummary, User } from '../types.ts';
import { AccountLayout } from './AccountLayout.tsx';
import { AddressBook, type AddressBookProps } from './AddressBook.tsx';
import { OrderCards } from './OrderCards.tsx';

const text = messages.account;

export interface AccountViewProps extends AddressBookProps {
  user: User;
  orders: readonly OrderSummary[];
}

export function AccountView({ user, orders, ...book }: AccountViewProps) {
  return (
    <AccountLayout current="overview">
      <header className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1>{text.hello(user.name.split(' ')[0] ?? user.name)}</h1>
          <p className="mt-2 text-ink-soft">{user.email}</p>
        </div>
      </header>
      <section aria-labelledby="account-orders" className="mb-12">
        <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
          <h2 id="account-orders">{text.recentOrders}</h2>
          {orders.length > 0 ? (
            <Link href="/account/orders" className="font-semibold underline underline-offset-4">
              {text.allOrders}
            </Link>
          ) : null}
        </div>
        {orders.length > 0 ? (
          <OrderCards orders={orders} headingLevel={3} />
        ) : (
          <EmptyState
            level={3}
            icon={<PackageIcon />}
            title={messages.orders.empty}
            actions={
              <LinkButton as={Link} href="/">
                {messages.orders.shop}
              </LinkButton>
            }
          >
            {messages.orders.emptyText}
          </EmptyState>
        )}
      </section>
      <AddressBook {...book} />
    </AccountLayout>
  );
}

import { EmptyState, LinkButton, PackageIcon, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { useTexts } from '../texts.ts';
import type { OrderSummary, User } from '../types.ts';
import { AccountLayout } from './AccountLayout.tsx';
import { AddressBook, type AddressBookProps } from './AddressBook.tsx';
import { OrderCards } from './OrderCards.tsx';

export interface AccountViewProps extends AddressBookProps {
  user: User;
  orders: readonly OrderSummary[];
}

export function AccountView({ user, orders, ...book }: AccountViewProps) {
  const { account: text, orders: orderText } = useTexts();
  const { say } = useI18n();
  return (
    <AccountLayout current="overview">
      <header className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1>{say(text.hello, { name: user.name.split(' ')[0] ?? user.name })}</h1>
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
            title={orderText.empty}
            actions={
              <LinkButton as={Link} href="/">
                {orderText.shop}
              </LinkButton>
            }
          >
            {orderText.emptyText}
          </EmptyState>
        )}
      </section>
      <AddressBook {...book} />
    </AccountLayout>
  );
}

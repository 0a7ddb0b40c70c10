import { useApi } from '@mallhive/api-client';
import { EmptyState, Skeleton } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import { payoutMessages } from '../../messages/payouts.ts';
import { Loaded } from '../Loaded.tsx';
import { useOrganisation } from '../organisation.tsx';
import { BalanceCard } from './BalanceCard.tsx';

const text = payoutMessages.balance;

export function Balances() {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const query = useQuery(api.payments.balance.queryOptions({ sellerId }));
  return (
    <Loaded query={query} skeleton={<Skeleton className="h-48" />}>
      {({ balances, holdDays }) =>
        balances.length === 0 ? (
          <EmptyState title={text.empty}>{text.emptyText}</EmptyState>
        ) : (
          <div className="grid gap-5">
            {balances.map((balance) => (
              <BalanceCard key={balance.currency} balance={balance} holdDays={holdDays} />
            ))}
          </div>
        )
      }
    </Loaded>
  );
}

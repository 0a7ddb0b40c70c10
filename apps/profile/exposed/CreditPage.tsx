import { refusalOf, useApi } from '@mallhive/api-client';
import { useMutation } from '@tanstack/react-query';
import { AccountLayout } from '../components/AccountLayout.tsx';
import { CreditView } from '../components/credit/CreditView.tsx';
import type { Credit } from '../types.ts';

export interface CreditPageProps {
  credits: Credit[];
}

/** What the shopper can spend here besides money: their credit, and a gift card whose code they know. */
export default function CreditPage({ credits }: CreditPageProps) {
  const { mutateAsync } = useMutation(useApi().payments.checkGiftCard.mutationOptions());
  return (
    <AccountLayout current="credit">
      <CreditView
        credits={credits}
        check={async (code) => {
          try {
            return await mutateAsync({ code });
          } catch (error) {
            const refusal = refusalOf(error);
            if (refusal?.reason === 'gift_card_unknown') return 'unknown';
            return refusal?.reason === 'too_many_requests' ? 'tooMany' : 'failed';
          }
        }}
      />
    </AccountLayout>
  );
}

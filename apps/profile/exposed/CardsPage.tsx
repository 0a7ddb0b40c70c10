import { useApi } from '@mallhive/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { AccountLayout } from '../components/AccountLayout.tsx';
import { CardsView } from '../components/CardsView.tsx';
import type { SavedCard } from '../types.ts';

export interface CardsPageProps {
  methods: SavedCard[];
}

/** What providers keep for the shopper to pay with again. */
export default function CardsPage({ methods }: CardsPageProps) {
  const api = useApi();
  const queries = useQueryClient();
  const { data } = useQuery(api.payments.savedMethods.queryOptions(undefined, { initialData: { methods } }));
  const reload = () => queries.invalidateQueries({ queryKey: api.payments.savedMethods.queryKey() });
  const remove = useMutation(api.payments.removeSavedMethod.mutationOptions({ onSettled: reload }));
  const choose = useMutation(api.payments.chooseSavedMethod.mutationOptions({ onSettled: reload }));
  const which = ({ provider, id }: SavedCard) => ({ provider, methodId: id });
  return (
    <AccountLayout current="cards">
      <CardsView
        cards={data.methods}
        failed={remove.isError || choose.isError}
        busy={remove.isPending || choose.isPending}
        onRemove={async (card) => {
          choose.reset();
          await remove.mutateAsync(which(card)).catch(() => undefined);
        }}
        onChoose={(card) => {
          remove.reset();
          choose.mutate(which(card));
        }}
      />
    </AccountLayout>
  );
}

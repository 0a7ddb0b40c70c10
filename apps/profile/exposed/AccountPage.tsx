import { useApi } from '@mallhive/api-client';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { AccountView } from '../components/AccountView.tsx';
import { useTexts } from '../texts.ts';
import type { OrderSummary, SavedAddress, User } from '../types.ts';

export interface AccountPageProps {
  user: User;
  orders: OrderSummary[];
  addresses: SavedAddress[];
}

export default function AccountPage({ user, orders, addresses: initial }: AccountPageProps) {
  const text = useTexts().account;
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const addresses = useQuery(api.identity.addresses.queryOptions(undefined, { initialData: { addresses: initial } }));
  const refresh = () => queries.invalidateQueries({ queryKey: api.identity.addresses.queryKey() });
  const save = useMutation(api.identity.saveAddress.mutationOptions({ onSuccess: refresh }));
  const remove = useMutation(api.identity.removeAddress.mutationOptions({ onSettled: refresh }));
  const failed = () => toast.show({ message: text.failed, tone: 'danger' });

  const onRemove = (address: SavedAddress) => {
    const { id, ...fields } = address;
    remove.mutate(
      { id },
      {
        onSuccess: () =>
          toast.show({
            message: text.removed,
            // Saved anew: the old row is gone, what it said is not.
            action: { label: text.undo, onAction: () => save.mutate(fields, { onError: failed }) },
          }),
        onError: failed,
      },
    );
  };

  return (
    <AccountView
      user={user}
      orders={orders}
      addresses={addresses.data.addresses}
      saving={save.isPending}
      saveFailed={save.isError}
      onSave={(address) =>
        save.mutateAsync(address).then(
          () => {
            toast.show({ message: text.saved });
            return true;
          },
          () => false,
        )
      }
      onRemove={onRemove}
    />
  );
}

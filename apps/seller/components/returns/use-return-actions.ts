import { refusalOf, useApi } from '@mallhive/api-client';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { afterSaleMessages } from '../../messages/after-sale.ts';

const text = afterSaleMessages.returns;

/** The steps of a return; each reads it anew, and says what happened. */
export function useReturnActions() {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const settled = {
    onError: (error: unknown) => {
      const stale = refusalOf(error)?.reason === 'return_not_open';
      toast.show({ message: stale ? text.changed : afterSaleMessages.failed, tone: 'danger' });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: api.orders.pathKey() }),
  };
  const say = (message: string) => () => {
    toast.show({ message });
  };
  return {
    decide: useMutation(
      api.orders.decideReturn.mutationOptions({
        onSuccess: (_, { decision }) => {
          toast.show({ message: decision === 'approve' ? text.approved : text.refused });
        },
        ...settled,
      }),
    ),
    receive: useMutation(api.orders.receiveReturn.mutationOptions({ onSuccess: say(text.received), ...settled })),
    inspect: useMutation(api.orders.inspectReturn.mutationOptions({ onSuccess: say(text.finished), ...settled })),
  };
}
export type ReturnActions = ReturnType<typeof useReturnActions>;

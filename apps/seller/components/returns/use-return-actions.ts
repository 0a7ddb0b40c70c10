import { type RouterInputs, refusalOf, useApi } from '@mallhive/api-client';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { afterSaleMessages } from '../../messages/after-sale.ts';

const text = afterSaleMessages.returns;

type Action<Input> = { isPending: boolean; mutate(input: Input): void };
type Inputs = RouterInputs['orders'];
export interface ReturnActions {
  decide: Action<Inputs['decideAnyReturn']>;
  receive: Action<Inputs['receiveAnyReturn']>;
  inspect: Action<Inputs['inspectAnyReturn']>;
}

/** The steps of a return; each reads it anew, and says what happened. `sellerId` is null for an administrator. */
export function useReturnActions(sellerId: string | null): ReturnActions {
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
  const decided = {
    onSuccess: (_: unknown, { decision }: Inputs['decideAnyReturn']) => {
      toast.show({ message: decision === 'approve' ? text.approved : text.refused });
    },
    ...settled,
  };
  const received = { onSuccess: say(text.received), ...settled };
  const inspected = { onSuccess: say(text.finished), ...settled };
  const own = {
    decide: useMutation(api.orders.decideReturn.mutationOptions(decided)),
    receive: useMutation(api.orders.receiveReturn.mutationOptions(received)),
    inspect: useMutation(api.orders.inspectReturn.mutationOptions(inspected)),
  };
  const any = {
    decide: useMutation(api.orders.decideAnyReturn.mutationOptions(decided)),
    receive: useMutation(api.orders.receiveAnyReturn.mutationOptions(received)),
    inspect: useMutation(api.orders.inspectAnyReturn.mutationOptions(inspected)),
  };
  if (sellerId === null) return any;
  return {
    decide: { isPending: own.decide.isPending, mutate: (input) => own.decide.mutate({ sellerId, ...input }) },
    receive: { isPending: own.receive.isPending, mutate: (input) => own.receive.mutate({ sellerId, ...input }) },
    inspect: { isPending: own.inspect.isPending, mutate: (input) => own.inspect.mutate({ sellerId, ...input }) },
  };
}

import { useApi } from '@mallhive/api-client';
import { Button } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { payoutMessages } from '../../../messages/payouts.ts';

const text = payoutMessages.admin;
/** After asking, milliseconds: planning takes a moment, with many sellers a few. */
const looks = [1_000, 3_000, 6_000, 12_000] as const;

/** Does not wait for the full hour; looks again for what has been planned. */
export function PlanNow() {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const [asked, setAsked] = useState(0);
  const request = useMutation(
    api.payments.requestPayouts.mutationOptions({
      onSuccess: () => {
        toast.show({ message: text.planning });
        setAsked((count) => count + 1);
      },
      onError: () => toast.show({ message: payoutMessages.failed, tone: 'danger' }),
    }),
  );
  useEffect(() => {
    if (asked === 0) return;
    const look = () => void queries.invalidateQueries({ queryKey: api.payments.allPayouts.pathKey() });
    const timers = looks.map((wait) => setTimeout(look, wait));
    return () => timers.forEach(clearTimeout);
  }, [asked, queries, api]);
  return (
    <Button variant="secondary" busy={request.isPending} onClick={() => request.mutate()}>
      {text.plan}
    </Button>
  );
}

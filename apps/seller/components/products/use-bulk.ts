import { useApi } from '@mallhive/api-client';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { productMessages } from '../../messages/products.ts';
import type { BulkAction, BulkResult } from '../../types.ts';

const text = productMessages.bulk;
const most = 500;

/** One thing done to many products; what was refused is shown, the rest is said in a message. */
export function useBulk(sellerId: string, onDone: () => void) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const [result, setResult] = useState<BulkResult | null>(null);
  const bulk = useMutation(
    api.catalog.bulkProducts.mutationOptions({
      onSuccess: (answer) => {
        if (answer.refused > 0) setResult(answer);
        else toast.show({ message: answer.changed > 0 ? text.done(answer.changed) : text.nothing });
        onDone();
      },
      onError: () => {
        toast.show({ message: text.failed, tone: 'danger' });
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.catalog.sellerProducts.pathKey() }),
    }),
  );
  return {
    result,
    closeResult: () => setResult(null),
    busy: bulk.isPending,
    run: (productIds: readonly string[], action: BulkAction) => {
      if (productIds.length > most) toast.show({ message: text.limit, tone: 'danger' });
      else bulk.mutate({ sellerId, productIds: [...productIds], action });
    },
  };
}

import { useApi } from '@mallhive/api-client';
import { Button, formatMoney } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { momentLabel } from '../../logic/figures.ts';
import { saveFile } from '../../logic/save-file.ts';
import { afterSaleMessages } from '../../messages/after-sale.ts';
import type { AfterSalePart } from '../../types.ts';

const text = afterSaleMessages.documents;

interface DocumentsProps {
  /** Null for an administrator, who sees any seller's. */
  sellerId: string | null;
  documents: AfterSalePart['documents'];
}

/** Invoices and credit notes of a part, as files. */
export function Documents({ sellerId, documents }: DocumentsProps) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const download = useMutation({
    // Made when it is asked for, and not kept.
    mutationFn: (documentId: string) =>
      sellerId
        ? queries.fetchQuery(
            api.orders.sellerDocument.queryOptions({ sellerId, documentId }, { staleTime: 0, gcTime: 0 }),
          )
        : queries.fetchQuery(api.orders.anyDocument.queryOptions({ documentId }, { staleTime: 0, gcTime: 0 })),
    onSuccess: saveFile,
    onError: () => toast.show({ message: afterSaleMessages.failed, tone: 'danger' }),
  });
  if (documents.length === 0) return null;
  return (
    <div>
      <h3 className="font-sans text-base font-semibold tracking-normal">{text.title}</h3>
      <ul className="divide-y divide-line">
        {documents.map(({ id, kind, number, issuedAt, total }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span>
              {text[kind](number)}
              <span className="block text-sm text-ink-soft tabular-nums">
                {momentLabel(issuedAt)} · {formatMoney(total)}
              </span>
            </span>
            <Button
              size="small"
              variant="secondary"
              aria-label={text.asPdf(text[kind](number))}
              busy={download.isPending && download.variables === id}
              onClick={() => download.mutate(id)}
            >
              {text.pdf}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

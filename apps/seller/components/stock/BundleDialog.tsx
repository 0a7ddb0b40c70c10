import { refusalOf, useApi } from '@mallhive/api-client';
import { Button, CloseIcon, Dialog, IconButton, Notice, QuantityStepper } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { stockMessages } from '../../messages/stock.ts';
import type { InventoryRow } from '../../types.ts';
import { useOrganisation } from '../organisation.tsx';
import { SearchBox } from '../table/SearchBox.tsx';
import { ProductName, stockName } from './ProductName.tsx';

const text = stockMessages.bundle;
type Part = InventoryRow['parts'][number];
const partName = (part: Part) => [part.title || stockMessages.unknown, part.variantTitle].filter(Boolean).join(', ');

/** What one of a variant consists of; without parts it has stock of its own. */
export function BundleDialog({ row, onClose }: { row: InventoryRow; onClose: () => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId } = useOrganisation();
  const [parts, setParts] = useState<Part[]>(row.parts);
  const save = useMutation(
    api.cart.setBundle.mutationOptions({
      onSuccess: () => {
        toast.show({ message: text.done });
        onClose();
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.cart.pathKey() }),
    }),
  );
  const refusal = refusalOf(save.error)?.reason;
  const chosen = parts.map(({ variantId, quantity }) => ({ variantId, quantity }));
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.title}
      footer={
        <div className="flex justify-end gap-3">
          <Button
            variant="accent"
            busy={save.isPending}
            onClick={() => save.mutate({ sellerId, variantId: row.variantId, parts: chosen })}
          >
            {save.isPending ? text.saving : text.submit}
          </Button>
        </div>
      }
    >
      <section className="grid gap-4" aria-label={text.of(stockName(row))}>
        <ProductName row={row} />
        <p className="text-ink-soft">{text.lead}</p>
        {save.isError ? (
          <Notice tone="danger" role="alert">
            {(refusal && stockMessages.refused[refusal]) ?? stockMessages.failed}
          </Notice>
        ) : null}
        {parts.length > 0 ? (
          <ul className="divide-y divide-line rounded-tile border border-line" aria-label={text.parts}>
            {parts.map((part) => (
              <li key={part.variantId} className="flex flex-wrap items-center justify-between gap-3 p-3">
                <span className="min-w-0 basis-full leading-snug break-words sm:flex-1 sm:basis-0">
                  <span className="block font-medium">{partName(part)}</span>
                  <span className="text-sm break-all text-ink-soft">{part.sku}</span>
                </span>
                <QuantityStepper
                  size="small"
                  value={part.quantity}
                  maximum={99}
                  label={text.quantity(partName(part))}
                  onChange={(quantity) =>
                    setParts(parts.map((one) => (one.variantId === part.variantId ? { ...one, quantity } : one)))
                  }
                />
                <IconButton
                  label={text.remove(partName(part))}
                  onClick={() => setParts(parts.filter((one) => one.variantId !== part.variantId))}
                >
                  <CloseIcon />
                </IconButton>
              </li>
            ))}
          </ul>
        ) : null}
        <AddPart
          taken={[row.variantId, ...parts.map((part) => part.variantId)]}
          onAdd={(part) => setParts([...parts, part])}
        />
      </section>
    </Dialog>
  );
}

/** The catalog finds products by their words, the inventory says which variants they have. */
function AddPart({ taken, onAdd }: { taken: readonly string[]; onAdd: (part: Part) => void }) {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const [query, setQuery] = useState('');
  const found = useQuery(
    api.catalog.sellerProducts.queryOptions(
      { sellerId, query, limit: 20 },
      { enabled: query !== '', placeholderData: keepPreviousData },
    ),
  );
  const productIds = found.data?.items.map(({ id }) => id) ?? [];
  const rows = useQuery(
    api.cart.inventory.queryOptions(
      { sellerId, productIds, limit: 50 },
      { enabled: query !== '' && productIds.length > 0, placeholderData: keepPreviousData },
    ),
  );
  const offered =
    query === '' || productIds.length === 0
      ? []
      : (rows.data?.items ?? []).filter((row) => !taken.includes(row.variantId) && row.parts.length === 0).slice(0, 8);
  return (
    <div className="grid gap-2">
      <SearchBox label={text.search} value={query} onSearch={setQuery} />
      {offered.length > 0 ? (
        <ul className="divide-y divide-line rounded-tile border border-line" aria-label={text.found}>
          {offered.map((row) => (
            <li key={row.variantId} className="flex items-center justify-between gap-3 p-3">
              <ProductName row={row} />
              <Button
                variant="secondary"
                size="small"
                aria-label={text.addOf(stockName(row))}
                onClick={() => {
                  const { variantId, title, variantTitle, sku } = row;
                  onAdd({ variantId, title, variantTitle, sku, quantity: 1 });
                }}
              >
                {text.add}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {query !== '' && found.isSuccess && rows.isFetched && offered.length === 0 ? (
        <p className="text-sm text-ink-soft">{text.nothing}</p>
      ) : null}
    </div>
  );
}

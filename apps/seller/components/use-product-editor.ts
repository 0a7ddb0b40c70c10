import { refusalOf, useApi } from '@mallhive/api-client';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldsOf, type ProductFields, productChanges, stockChanges } from '../logic/product-edit.ts';
import { messages } from '../messages.ts';
import type { SellerProduct, StockLevel } from '../types.ts';

const text = messages.editor;

export interface Stored {
  product: SellerProduct;
  levels: readonly StockLevel[];
}

/**
 * What has been typed against what is stored. Only differences are sent, with the version they were made on;
 * `reload` reads what is stored now.
 */
export function useProductEditor(sellerId: string, first: Stored, reload: () => Promise<Stored>) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const [stored, setStored] = useState(first);
  const [fields, setFields] = useState(() => fieldsOf(first.product, first.levels));
  const [theirs, setTheirs] = useState<Stored | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const { mutateAsync: update } = useMutation(api.catalog.updateProduct.mutationOptions());
  const { mutateAsync: setStock } = useMutation(api.cart.setStock.mutationOptions());
  const base = fieldsOf(stored.product, stored.levels);

  const start = (from: Stored) => {
    setStored(from);
    setFields(fieldsOf(from.product, from.levels));
    setTheirs(null);
    setFailure(null);
  };

  /** @param on what the changes are made on: as it was read, or as somebody else has left it. */
  const write = async (on: Stored, mine: ProductFields) => {
    const before = fieldsOf(on.product, on.levels);
    const changes = productChanges(before, mine, { sellerId, productId: on.product.id, version: on.product.version });
    if (changes) await update(changes);
    // Absolute counts, each harmless to repeat.
    const results = await Promise.allSettled(
      stockChanges(before, mine).map((change) => setStock({ sellerId, ...change })),
    );
    start(await reload());
    if (results.some(({ status }) => status === 'rejected')) setFailure(text.stockFailed);
    else toast.show({ message: text.saved });
    void queries.invalidateQueries({ queryKey: api.catalog.sellerProducts.pathKey() });
  };

  const save = async (on: Stored = stored) => {
    if (saving) return;
    setSaving(true);
    setFailure(null);
    setTheirs(null);
    try {
      await write(on, fields);
    } catch (error) {
      if (refusalOf(error)?.reason === 'product_changed') setTheirs(await reload().catch(() => null));
      else setFailure(text.failed);
    } finally {
      setSaving(false);
    }
  };

  return {
    product: stored.product,
    levels: stored.levels,
    fields,
    setFields,
    dirty: JSON.stringify(base) !== JSON.stringify(fields),
    saving,
    failure,
    conflict: theirs && { onKeepMine: () => void save(theirs), onTakeTheirs: () => start(theirs) },
    save: () => void save(),
  };
}

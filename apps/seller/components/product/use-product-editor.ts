import { refusalOf, useApi } from '@mallhive/api-client';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { draftOf } from '../../logic/product/draft.ts';
import { conflictOf, merged, type Side } from '../../logic/product/merge.ts';
import { changesOf, type Part, stockChanges } from '../../logic/product/payload.ts';
import { draftProblems, type Problems, serverProblems } from '../../logic/product/problems.ts';
import type { EditorProduct, ProductDraft } from '../../logic/product/types.ts';
import { productMessages } from '../../messages/products.ts';
import type { StockLevel } from '../../types.ts';
import type { OpenConflict } from './ConflictDialog.tsx';

const text = productMessages.editor;

export interface Stored {
  product: EditorProduct;
  levels: readonly StockLevel[];
}

/** The editor's state: what is stored, what is typed, what is wrong with it, and who else was there. */
export function useProductEditor(sellerId: string, first: Stored, reload: () => Promise<Stored>) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const [stored, setStored] = useState(first);
  const [base, setBase] = useState(() => draftOf(first.product, first.levels));
  const [draft, setDraft] = useState(base);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Problems>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [conflict, setConflict] = useState<OpenConflict | null>(null);
  const saveProduct = useMutation(api.catalog.saveProduct.mutationOptions());
  const setStock = useMutation(api.cart.setStock.mutationOptions());
  const [saving, setSaving] = useState(false);
  const { currency } = stored.product;

  const begin = (next: Stored) => {
    const fresh = draftOf(next.product, next.levels);
    setStored(next);
    setBase(fresh);
    setDraft(fresh);
    setRefused({});
    setTried(false);
    return fresh;
  };
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: api.catalog.sellerProducts.pathKey() }),
      queries.invalidateQueries({ queryKey: api.cart.pathKey() }),
    ]);

  const openConflict = async (details: Record<string, unknown>) => {
    const next = await reload();
    const theirDraft = draftOf(next.product, next.levels);
    const changedBy = details.changedBy as { name?: unknown } | null | undefined;
    setStored(next);
    setConflict({
      ...conflictOf(base, draft, theirDraft),
      mine: draft,
      theirDraft,
      by: typeof changedBy?.name === 'string' ? changedBy.name : null,
      at: typeof details.changedAt === 'string' ? details.changedAt : next.product.updatedAt,
    });
  };

  const save = async (): Promise<'saved' | 'problems' | 'failed'> => {
    setTried(true);
    setFailure(null);
    setRefused({});
    if (Object.keys(draftProblems(draft, currency)).length > 0) return 'problems';
    setSaving(true);
    try {
      const changes = changesOf(base, draft);
      const counts = stockChanges(base, draft);
      if (Object.keys(changes).length > 0) {
        const { version, id: productId } = stored.product;
        await saveProduct.mutateAsync({ sellerId, productId, version, ...changes });
      }
      let next = await reload();
      // New variants have ids only now; a SKU names one variant of a seller.
      const failed = await Promise.allSettled(
        counts.map(({ sku, onHand }) => {
          const variant = next.product.variants.find((candidate) => candidate.sku === sku);
          if (!variant) return Promise.reject(new Error('The variant was not saved'));
          return setStock.mutateAsync({ sellerId, variantId: variant.id, onHand });
        }),
      );
      if (counts.length > 0) next = await reload();
      begin(next);
      if (failed.some(({ status }) => status === 'rejected')) setFailure(text.stockFailed);
      else toast.show({ message: next.product.isPublic ? text.savedPublic : text.saved });
      await refresh();
      return 'saved';
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.reason === 'product_changed') await openConflict(refusal.details);
      else if (refusal?.reason === 'product_invalid') {
        setRefused(serverProblems(refusal.details, currency));
        return 'problems';
      } else setFailure(refusal?.message ?? text.failed);
      return 'failed';
    } finally {
      setSaving(false);
    }
  };

  const change = (next: ProductDraft) => {
    setDraft(next);
    // What the server refused may be right now; it says so again when it is not.
    if (Object.keys(refused).length > 0) setRefused({});
  };
  const problems: Problems = { ...(tried ? draftProblems(draft, currency) : {}), ...refused };
  return {
    ...stored,
    draft,
    problems,
    dirty: JSON.stringify(draft) !== JSON.stringify(base),
    saving,
    failure,
    conflict,
    save,
    /** Fields laid over what is typed now. */
    patch: (changes: Partial<ProductDraft>) => change({ ...draft, ...changes }),
    /** From what is typed at that moment: for things that arrive later, such as pictures. */
    update: (compute: (current: ProductDraft) => ProductDraft) => setDraft(compute),
    discard: () => begin(stored),
    closeConflict: () => setConflict(null),
    takeTheirs: () => {
      begin(stored);
      setConflict(null);
    },
    resolve: (choices: Partial<Record<Part, Side>>) => {
      if (!conflict) return;
      setDraft(merged(base, draft, conflict.theirDraft, choices));
      setBase(conflict.theirDraft);
      setConflict(null);
      toast.show({ message: productMessages.conflict.merged });
    },
  };
}

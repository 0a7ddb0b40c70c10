import { refusalOf, useApi } from '@mallhive/api-client';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { useState } from 'react';
import type { EditorProduct } from '../../logic/product/types.ts';
import { productMessages } from '../../messages/products.ts';
import { useConfirm } from '../frame/confirm.tsx';
import { Menu, menuItem } from '../frame/Menu.tsx';
import { MoreIcon } from '../icons.tsx';
import { useOrganisation } from '../organisation.tsx';
import { HistoryDrawer } from './HistoryDrawer.tsx';

const text = productMessages.editor;

interface EditorActionsProps {
  product: EditorProduct;
  readOnly: boolean;
  /** The page may be left without asking. */
  onLeave: () => void;
}

export function EditorActions({ product, readOnly, onLeave }: EditorActionsProps) {
  const api = useApi();
  const queries = useQueryClient();
  const router = useRouter();
  const toast = useToast();
  const confirm = useConfirm();
  const { sellerId } = useOrganisation();
  const [history, setHistory] = useState(false);
  const onError = (error: unknown) => {
    toast.show({ message: refusalOf(error)?.message ?? text.failed, tone: 'danger' });
  };
  const onSettled = () => queries.invalidateQueries({ queryKey: api.catalog.sellerProducts.pathKey() });
  const duplicate = useMutation(
    api.catalog.duplicateProduct.mutationOptions({
      onSuccess: async ({ product: copy }) => {
        await router.push(`/products/${copy.id}`);
        toast.show({ message: text.duplicated });
      },
      onError,
      onSettled,
    }),
  );
  const remove = useMutation(
    api.catalog.deleteProduct.mutationOptions({
      onSuccess: async () => {
        onLeave();
        toast.show({ message: text.removed });
        await router.replace('/products');
      },
      onError,
      onSettled,
    }),
  );
  const ask = async () => {
    const question = { title: text.removeTitle, body: text.removeText, confirm: text.remove, tone: 'danger' as const };
    if (await confirm(question)) remove.mutate({ sellerId, productId: product.id, version: product.version });
  };
  return (
    <>
      <Menu
        label={text.more}
        trigger={<MoreIcon />}
        triggerClassName="grid size-11 place-items-center rounded-full border border-line-strong hover:bg-sunken"
      >
        {readOnly ? null : (
          <button
            type="button"
            role="menuitem"
            className={menuItem}
            onClick={() => duplicate.mutate({ sellerId, productId: product.id })}
          >
            {text.duplicate}
          </button>
        )}
        <button type="button" role="menuitem" className={menuItem} onClick={() => setHistory(true)}>
          {text.history}
        </button>
        {readOnly || product.status !== 'draft' ? null : (
          <button type="button" role="menuitem" className={`${menuItem} text-danger`} onClick={() => void ask()}>
            {text.remove}
          </button>
        )}
      </Menu>
      {history ? <HistoryDrawer productId={product.id} onClose={() => setHistory(false)} /> : null}
    </>
  );
}

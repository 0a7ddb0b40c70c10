import { Button, Dialog } from '@mallhive/ui';
import Link from 'next/link';
import { useState } from 'react';
import { productMessages, sayProblem } from '../../messages/products.ts';
import type { ProductRow } from '../../types.ts';
import { useConfirm } from '../frame/confirm.tsx';
import { Menu, menuItem } from '../frame/Menu.tsx';
import type { Selection } from '../table/use-selection.ts';
import { BulkDialog, type BulkKind } from './BulkDialog.tsx';
import type { useBulk } from './use-bulk.ts';

const text = productMessages.bulk;

interface BulkActionsProps {
  selection: Selection;
  bulk: ReturnType<typeof useBulk>;
  onKind: (kind: BulkKind) => void;
}

/** What can be done with the chosen products. */
export function BulkActions({ selection, bulk, onKind }: BulkActionsProps) {
  const confirm = useConfirm();
  const archive = async () => {
    const question = {
      title: text.confirmArchive(selection.count),
      body: text.archiveText,
      confirm: text.archive,
      tone: 'danger' as const,
    };
    if (await confirm(question)) bulk.run(selection.ids, { kind: 'archive' });
  };
  return (
    <>
      <Button size="small" busy={bulk.busy} onClick={() => bulk.run(selection.ids, { kind: 'publish' })}>
        {text.publish}
      </Button>
      <Button
        size="small"
        variant="secondary"
        busy={bulk.busy}
        onClick={() => bulk.run(selection.ids, { kind: 'unpublish' })}
      >
        {text.unpublish}
      </Button>
      <Button size="small" variant="secondary" busy={bulk.busy} onClick={() => void archive()}>
        {text.archive}
      </Button>
      <Menu
        align="start"
        label={text.more}
        trigger={text.more}
        triggerClassName="mh-button min-h-9! bg-transparent! px-4! py-1! text-sm text-ink! underline underline-offset-4"
      >
        {(['price', 'category', 'tags'] as const).map((kind) => (
          <button key={kind} type="button" role="menuitem" className={menuItem} onClick={() => onKind(kind)}>
            {text[kind]}
          </button>
        ))}
      </Menu>
    </>
  );
}

interface BulkOutcomeProps {
  bulk: ReturnType<typeof useBulk>;
  products: readonly ProductRow[];
  currency: string;
  kind: BulkKind | null;
  ids: readonly string[];
  onClose: () => void;
}

/** The dialogs of what is done to many: the question before, and which ones could not be changed after. */
export function BulkDialogs({ bulk, products, currency, kind, ids, onClose }: BulkOutcomeProps) {
  const { result } = bulk;
  const titles = useTitles(products);
  return (
    <>
      {kind ? (
        <BulkDialog
          kind={kind}
          currency={currency}
          onClose={onClose}
          onApply={(action) => {
            onClose();
            bulk.run(ids, action);
          }}
        />
      ) : null}
      <Dialog
        open={result !== null}
        onClose={bulk.closeResult}
        title={text.resultTitle}
        footer={
          <div className="flex justify-end">
            <Button onClick={bulk.closeResult}>{text.close}</Button>
          </div>
        }
      >
        {result ? (
          <div className="grid gap-3">
            <p>{text.result(result.changed, result.refused)}</p>
            <p className="font-semibold">{text.refusedLead}</p>
            <ul className="divide-y divide-line">
              {result.results
                .filter(({ outcome }) => outcome === 'refused')
                .map(({ productId, reasons }) => (
                  <li key={productId} className="py-2">
                    <Link href={`/products/${productId}`} className="font-medium underline underline-offset-4">
                      {titles.get(productId) ?? productId}
                    </Link>
                    <span className="block text-sm text-danger">{[...new Set(reasons)].map(sayProblem).join(' ')}</span>
                  </li>
                ))}
            </ul>
          </div>
        ) : null}
      </Dialog>
    </>
  );
}

/** Titles of everything that was on the page, also of what a changed filter does not show any more. */
function useTitles(products: readonly ProductRow[]): ReadonlyMap<string, string> {
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  const missing = products.filter(({ id, title }) => titles.get(id) !== title);
  if (missing.length > 0) setTitles(new Map([...titles, ...missing.map(({ id, title }) => [id, title] as const)]));
  return titles;
}

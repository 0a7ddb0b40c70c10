import { Button, Dialog, Notice, SelectField } from '@mallhive/ui';
import { type FormEvent, useState } from 'react';
import type { TreeRow } from '../../logic/category-tree.ts';
import { adminMessages } from '../../messages/admin.ts';
import type { AdminCategory } from '../../types.ts';

const text = adminMessages.categories;

interface MergeDialogProps {
  category: AdminCategory;
  rows: readonly TreeRow<AdminCategory>[];
  busy: boolean;
  failure: string | null;
  onMerge: (intoId: string) => void;
  onClose: () => void;
}

export function MergeDialog({ category, rows, busy, failure, onMerge, onClose }: MergeDialogProps) {
  const [intoId, setIntoId] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (intoId) onMerge(intoId);
  };
  const others = rows.filter(
    (row) => row.category.id !== category.id && !row.category.path.startsWith(`${category.path}/`),
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.mergeTitle(category.name)}
      footer={
        <div className="flex justify-end">
          <Button type="submit" form="merge" variant="danger" busy={busy} disabled={!intoId}>
            {text.mergeDo}
          </Button>
        </div>
      }
    >
      <form id="merge" onSubmit={submit} className="grid gap-4">
        <p>{text.mergeText}</p>
        {failure ? (
          <Notice tone="danger" role="alert">
            {failure}
          </Notice>
        ) : null}
        <SelectField
          label={text.mergeInto}
          value={intoId}
          options={[
            { value: '', label: text.choose },
            ...others.map((row) => ({
              value: row.category.id,
              label: `${'\u2003'.repeat(row.depth)}${row.category.name}`,
            })),
          ]}
          onChange={(event) => setIntoId(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}

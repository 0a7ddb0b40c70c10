import { useApi } from '@mallhive/api-client';
import { Button, EmptyState, PlusIcon } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { CategoryDialog } from '../../../components/admin/CategoryDialog.tsx';
import { CategoryTree } from '../../../components/admin/CategoryTree.tsx';
import { MergeDialog } from '../../../components/admin/MergeDialog.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { type Move, treeRows } from '../../../logic/category-tree.ts';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { adminMessages } from '../../../messages/admin.ts';
import type { AdminCategory } from '../../../types.ts';

const text = adminMessages.categories;
type Open =
  | { kind: 'edit'; category: AdminCategory }
  | { kind: 'add'; parent: AdminCategory | null }
  | { kind: 'merge'; category: AdminCategory }
  | null;

function Categories() {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const [open, setOpen] = useState<Open>(null);
  const [said, setSaid] = useState('');
  const tree = useQuery(api.catalog.adminCategories.queryOptions());
  const settle = {
    // Every change answers with the tree as it is then.
    onSuccess: (answer: { categories: AdminCategory[] }) => {
      queries.setQueryData(api.catalog.adminCategories.queryKey(), answer);
      setOpen(null);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: api.catalog.categories.pathKey() }),
  };
  const say = (error: unknown) => {
    toast.show({ message: sayRefusal(error, text.refused, text.failed), tone: 'danger' });
    void tree.refetch();
  };
  const move = useMutation(api.catalog.moveCategory.mutationOptions({ ...settle, onError: say }));
  const create = useMutation(api.catalog.createCategory.mutationOptions(settle));
  const update = useMutation(api.catalog.updateCategory.mutationOptions(settle));
  const merge = useMutation(api.catalog.mergeCategory.mutationOptions(settle));
  const failure = (mutation: { isError: boolean; error: unknown }) =>
    mutation.isError ? sayRefusal(mutation.error, text.refused, text.failed) : null;
  const close = () => {
    create.reset();
    update.reset();
    merge.reset();
    setOpen(null);
  };
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <Button variant="accent" onClick={() => setOpen({ kind: 'add', parent: null })}>
            <PlusIcon />
            {text.addTop}
          </Button>
        }
      />
      <p className="mh-visually-hidden" role="status">
        {said}
      </p>
      <Loaded query={tree}>
        {({ categories }) => {
          const rows = treeRows(categories);
          const names = new Map(categories.map(({ id, name }) => [id, name]));
          const start = (wanted: Move) =>
            move.mutate(wanted, {
              onSuccess: () =>
                setSaid(
                  text.moved(
                    names.get(wanted.categoryId) ?? '',
                    wanted.position + 1,
                    (wanted.parentId && names.get(wanted.parentId)) || text.top,
                  ),
                ),
            });
          return (
            <>
              {rows.length === 0 ? (
                <EmptyState title={text.empty}>{text.emptyText}</EmptyState>
              ) : (
                <CategoryTree
                  rows={rows}
                  busy={move.isPending}
                  onMove={start}
                  onEdit={(category) => setOpen({ kind: 'edit', category })}
                  onAdd={(parent) => setOpen({ kind: 'add', parent })}
                  onMerge={(category) => setOpen({ kind: 'merge', category })}
                  onToggle={(category) =>
                    update.mutate({ categoryId: category.id, active: !category.active }, { onError: say })
                  }
                />
              )}
              {open?.kind === 'merge' ? (
                <MergeDialog
                  category={open.category}
                  rows={rows}
                  busy={merge.isPending}
                  failure={failure(merge)}
                  onMerge={(intoId) => merge.mutate({ categoryId: open.category.id, intoId })}
                  onClose={close}
                />
              ) : null}
            </>
          );
        }}
      </Loaded>
      {open?.kind === 'add' ? (
        <CategoryDialog
          category={null}
          title={open.parent ? text.addInside(open.parent.name) : text.addTop}
          saving={create.isPending}
          failure={failure(create)}
          onSave={(fields) => create.mutate({ ...fields, parentId: open.parent?.id ?? null })}
          onClose={close}
        />
      ) : null}
      {open?.kind === 'edit' ? (
        <CategoryDialog
          category={open.category}
          title={text.edit(open.category.name)}
          saving={update.isPending}
          failure={failure(update)}
          onSave={(fields) => update.mutate({ ...fields, categoryId: open.category.id })}
          onClose={close}
        />
      ) : null}
    </>
  );
}

export default function CategoriesPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.title}>
      <Categories />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

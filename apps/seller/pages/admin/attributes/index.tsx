import { useApi } from '@mallhive/api-client';
import { Button, Notice, PlusIcon, SelectField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { AttributeFields } from '../../../components/admin/AttributeFields.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { useFilters } from '../../../components/table/use-filters.ts';
import { useLeaveGuard } from '../../../components/use-leave-guard.ts';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { attributeIsComplete, attributePayload, draftAttribute, newAttribute } from '../../../logic/attributes.ts';
import { treeRows } from '../../../logic/category-tree.ts';
import { moved } from '../../../logic/reorder.ts';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { adminMessages } from '../../../messages/admin.ts';
import type { AdminAttribute } from '../../../types.ts';

const text = adminMessages.attributes;
const filterNames = ['category'] as const;

/** The list of one category. Keyed by it: another category begins anew. */
function AttributeList({ categoryId, stored }: { categoryId: string; stored: readonly AdminAttribute[] }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const [base, setBase] = useState(() => stored.map(draftAttribute));
  const [list, setList] = useState(base);
  const [tried, setTried] = useState(false);
  useLeaveGuard(list !== base);
  const save = useMutation(
    api.catalog.saveAttributes.mutationOptions({
      onSuccess: ({ attributes }) => {
        const next = attributes.map(draftAttribute);
        setBase(next);
        setList(next);
        setTried(false);
        toast.show({ message: text.saved });
      },
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: api.catalog.adminAttributes.pathKey() }),
          queries.invalidateQueries({ queryKey: api.catalog.categoryAttributes.pathKey() }),
        ]),
    }),
  );
  const submit = () => {
    setTried(true);
    if (list.every(attributeIsComplete)) save.mutate({ categoryId, attributes: list.map(attributePayload) });
  };
  return (
    <div className="grid gap-4">
      {list.length === 0 ? <p className="text-ink-soft">{text.none}</p> : null}
      <ul className="grid gap-4">
        {list.map((attribute, place) => (
          <AttributeFields
            key={attribute.key}
            attribute={attribute}
            place={place}
            last={place === list.length - 1}
            tried={tried}
            onChange={(changes) =>
              setList(list.map((other) => (other.key === attribute.key ? { ...other, ...changes } : other)))
            }
            onMove={(by) => setList(moved(list, place, place + by))}
            onRemove={() => setList(list.filter(({ key }) => key !== attribute.key))}
          />
        ))}
      </ul>
      {save.isError ? (
        <Notice tone="danger" role="alert">
          {sayRefusal(save.error, text.refused, text.failed)}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button variant="secondary" onClick={() => setList([...list, newAttribute()])}>
          <PlusIcon />
          {text.add}
        </Button>
        <Button variant="accent" busy={save.isPending} disabled={list === base} onClick={submit}>
          {save.isPending ? text.saving : text.save}
        </Button>
      </div>
    </div>
  );
}

function Attributes() {
  const api = useApi();
  const { values, set } = useFilters(filterNames);
  const tree = useQuery(api.catalog.adminCategories.queryOptions());
  const rows = treeRows(tree.data?.categories ?? []);
  const chosen = rows.find(({ category }) => category.id === values.category)?.category ?? rows[0]?.category;
  const own = useQuery(
    api.catalog.adminAttributes.queryOptions(
      { categoryId: chosen?.id ?? '' },
      { enabled: chosen !== undefined, staleTime: 0, refetchOnWindowFocus: false },
    ),
  );
  const all = useQuery(
    api.catalog.categoryAttributes.queryOptions({ categoryId: chosen?.id ?? '' }, { enabled: chosen !== undefined }),
  );
  const inherited = all.data?.attributes.filter(({ categoryId }) => categoryId !== chosen?.id) ?? [];
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <Loaded query={tree}>
        {() => (
          <div className="grid max-w-4xl gap-6">
            <SelectField
              label={text.category}
              className="max-w-md"
              value={chosen?.id ?? ''}
              options={rows.map(({ category, depth }) => ({
                value: category.id,
                label: `${'\u2003'.repeat(depth)}${category.name}`,
              }))}
              onChange={(event) => set({ category: event.currentTarget.value })}
            />
            {inherited.length > 0 ? (
              <section>
                <h2 className="mb-2 text-lg">{text.inherited}</h2>
                <ul className="flex flex-wrap gap-2">
                  {inherited.map((attribute) => (
                    <li key={attribute.id} className="rounded-full bg-sunken px-3 py-1 text-sm">
                      {attribute.name} · {text.types[attribute.type]}
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
            {chosen ? (
              <section>
                <h2 className="mb-3 text-lg">{text.own(chosen.name)}</h2>
                <Loaded query={own}>
                  {({ attributes }) => <AttributeList key={chosen.id} categoryId={chosen.id} stored={attributes} />}
                </Loaded>
              </section>
            ) : null}
          </div>
        )}
      </Loaded>
    </>
  );
}

export default function AttributesPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.title}>
      <Attributes />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;

import { useApi } from '@mallhive/api-client';
import { SelectField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sayRefusal } from '../../../logic/say-refusal.ts';
import { rulesMessages } from '../../../messages/rules.ts';
import type { AdminCategory, TaxRules } from '../../../types.ts';
import { Loaded } from '../../Loaded.tsx';
import { Panel } from '../../PageHead.tsx';

const text = rulesMessages.tax;
const indents = ['', 'ps-4', 'ps-8', 'ps-12', 'ps-16'];

/** Which goods are taxed alike, by category. */
export function TaxCategories({ classes }: { classes: TaxRules['classes'] }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const tree = useQuery(api.catalog.adminCategories.queryOptions());
  const set = useMutation(
    api.catalog.setTaxClass.mutationOptions({
      onSuccess: (answer) => {
        queries.setQueryData(api.catalog.adminCategories.queryKey(), answer);
        toast.show({ message: rulesMessages.saved });
      },
      onError: (error) => toast.show({ message: sayRefusal(error, rulesMessages.refused, rulesMessages.failed) }),
    }),
  );
  const optionsFor = (current: string) => [
    ...classes.map(({ code, name }) => ({ value: code, label: name })),
    ...(classes.some(({ code }) => code === current) ? [] : [{ value: current, label: current }]),
  ];
  const row = (category: AdminCategory) => (
    <li
      key={category.id}
      className="grid grid-cols-[minmax(0,1fr)_9.5rem] items-center gap-3 py-2 sm:grid-cols-[minmax(0,1fr)_14rem]"
    >
      <span className={indents[Math.min(category.path.split('/').length, indents.length) - 1]}>{category.name}</span>
      <SelectField
        label={text.classOf(category.name)}
        hideLabel
        value={category.taxClass}
        disabled={set.isPending}
        options={optionsFor(category.taxClass)}
        onChange={({ currentTarget }) =>
          set.mutate({ categoryId: category.id, taxClass: currentTarget.value, below: true })
        }
      />
    </li>
  );
  return (
    <Panel title={text.categories} lead={text.categoriesLead}>
      <Loaded query={tree}>
        {({ categories }) => <ul className="divide-y divide-line">{categories.map(row)}</ul>}
      </Loaded>
    </Panel>
  );
}

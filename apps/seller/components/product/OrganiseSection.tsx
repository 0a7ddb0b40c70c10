import { SelectField, TextField } from '@mallhive/ui';
import type { Problems } from '../../logic/product/problems.ts';
import type { ProductDraft } from '../../logic/product/types.ts';
import { productMessages, sayProblem } from '../../messages/products.ts';
import { Panel } from '../PageHead.tsx';
import { useCategories } from './use-categories.ts';

const text = productMessages.organise;

interface OrganiseSectionProps {
  draft: ProductDraft;
  /** Of the stored category, which may be closed and then is in no list. */
  categoryName: string;
  problems: Problems;
  onChange: (changes: Partial<ProductDraft>) => void;
}

export function OrganiseSection({ draft, categoryName, problems, onChange }: OrganiseSectionProps) {
  const categories = useCategories();
  const listed = categories.some(({ id }) => id === draft.categoryId);
  return (
    <Panel title={text.title}>
      <div className="grid gap-4">
        <SelectField
          label={text.category}
          name="category"
          required
          value={draft.categoryId}
          error={sayProblem(problems.categoryId)}
          options={[
            ...(listed ? [] : [{ value: draft.categoryId, label: categoryName || text.choose }]),
            ...categories.map(({ id, label }) => ({ value: id, label })),
          ]}
          onChange={(event) => onChange({ categoryId: event.currentTarget.value })}
        />
        <TextField
          label={text.brand}
          name="brand"
          optional
          maxLength={200}
          value={draft.brand}
          onChange={(event) => onChange({ brand: event.currentTarget.value })}
        />
        <TextField
          label={text.tags}
          name="tags"
          optional
          hint={text.tagsHint}
          value={draft.tags}
          error={sayProblem(problems.tags)}
          onChange={(event) => onChange({ tags: event.currentTarget.value })}
        />
      </div>
    </Panel>
  );
}

import { SelectField, Tag } from '@mallhive/ui';
import { promotionMessages } from '../../messages/promotions.ts';
import { useCategories } from '../product/use-categories.ts';

const text = promotionMessages.form;

interface CategoriesFieldProps {
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

export function CategoriesField({ chosen, onChange }: CategoriesFieldProps) {
  const categories = useCategories();
  const labelOf = (id: string) => categories.find((category) => category.id === id)?.label ?? id;
  return (
    <div className="grid gap-2">
      <SelectField
        label={text.categories}
        hint={text.categoriesHint}
        value=""
        options={[
          { value: '', label: text.addCategory },
          ...categories.filter(({ id }) => !chosen.includes(id)).map(({ id, label }) => ({ value: id, label })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value) onChange([...chosen, value]);
        }}
      />
      {chosen.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {chosen.map((id) => (
            <li key={id}>
              <Tag
                chosen
                aria-label={text.removeCategory(labelOf(id))}
                onClick={() => onChange(chosen.filter((one) => one !== id))}
              >
                {labelOf(id)} <span aria-hidden="true">×</span>
              </Tag>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

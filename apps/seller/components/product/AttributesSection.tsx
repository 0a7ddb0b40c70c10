import { useApi } from '@mallhive/api-client';
import { Button, Checkbox, IconButton, PlusIcon, SelectField, Skeleton, TextField, TrashIcon } from '@mallhive/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { newId } from '../../logic/new-id.ts';
import type { Problems } from '../../logic/product/problems.ts';
import type { AttributeValue, CategoryAttribute, ProductDraft } from '../../logic/product/types.ts';
import { productMessages, sayProblem } from '../../messages/products.ts';
import { Panel } from '../PageHead.tsx';

const text = productMessages.attributes;

interface InputProps {
  attribute: CategoryAttribute;
  value: AttributeValue | undefined;
  error: string | null;
  onChange: (value: AttributeValue) => void;
}

/** The right field for the kind of the attribute. */
function AttributeInput({ attribute, value, error, onChange }: InputProps) {
  const label = attribute.unit ? `${attribute.name} (${attribute.unit})` : attribute.name;
  const hint = attribute.required ? text.required : undefined;
  const none = { value: '', label: text.none };
  if (attribute.type === 'multi-choice') {
    const chosen = Array.isArray(value) ? value : [];
    return (
      <fieldset className="mh-field">
        <legend className="mh-label">{label}</legend>
        <div className="grid grid-cols-2 gap-x-4">
          {attribute.choices.map((choice) => (
            <Checkbox
              key={choice.value}
              label={choice.label}
              checked={chosen.includes(choice.value)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...chosen, choice.value]
                    : chosen.filter((other) => other !== choice.value),
                )
              }
            />
          ))}
        </div>
        {hint ? <span className="mh-hint">{hint}</span> : null}
        {error ? (
          <span className="mh-field-error" role="alert">
            {error}
          </span>
        ) : null}
      </fieldset>
    );
  }
  if (attribute.type === 'choice' || attribute.type === 'boolean') {
    const options =
      attribute.type === 'choice'
        ? attribute.choices
        : [
            { value: 'true', label: text.yes },
            { value: 'false', label: text.no },
          ];
    return (
      <SelectField
        label={label}
        hint={hint}
        error={error}
        value={value === undefined ? '' : String(value)}
        options={[none, ...options]}
        onChange={(event) => {
          const next = event.currentTarget.value;
          onChange(attribute.type === 'boolean' && next ? next === 'true' : next);
        }}
      />
    );
  }
  const isNumber = attribute.type === 'number';
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      maxLength={isNumber ? 20 : 500}
      {...(isNumber && { type: 'number', step: 'any', inputMode: 'decimal' as const })}
      value={value === undefined || Array.isArray(value) ? '' : String(value)}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        onChange(isNumber && typed !== '' ? Number(typed) : typed);
      }}
    />
  );
}

interface AttributesSectionProps {
  draft: ProductDraft;
  problems: Problems;
  onChange: (changes: Partial<ProductDraft>) => void;
}

export function AttributesSection({ draft, problems, onChange }: AttributesSectionProps) {
  const api = useApi();
  const declared = useQuery(
    api.catalog.categoryAttributes.queryOptions(
      { categoryId: draft.categoryId },
      { enabled: draft.categoryId !== '', placeholderData: keepPreviousData, staleTime: 300_000 },
    ),
  );
  const list = declared.data?.attributes;
  const own = (key: string, changes: { name?: string; value?: string }) =>
    onChange({
      attributes: draft.attributes.map((attribute) =>
        attribute.key === key ? { ...attribute, ...changes } : attribute,
      ),
    });
  return (
    <Panel title={text.title} lead={text.lead}>
      <div className="grid gap-5">
        {declared.isPending ? <Skeleton className="h-24" /> : null}
        {list?.length === 0 ? <p className="text-sm text-ink-soft">{text.empty}</p> : null}
        {list && list.length > 0 ? (
          <div className="grid gap-4 sm:grid-cols-2 sm:items-start">
            {list.map((attribute) => (
              <AttributeInput
                key={attribute.id}
                attribute={attribute}
                value={draft.attributeValues[attribute.id]}
                error={sayProblem(problems[`attributeValues.${attribute.id}`])}
                onChange={(value) => onChange({ attributeValues: { ...draft.attributeValues, [attribute.id]: value } })}
              />
            ))}
          </div>
        ) : null}
        <fieldset className="grid gap-3">
          <legend className="mh-label mb-2">{text.own}</legend>
          {draft.attributes.map((attribute, index) => (
            <div key={attribute.key} className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
              <TextField
                label={text.ownName(index + 1)}
                hideLabel
                maxLength={200}
                value={attribute.name}
                onChange={(event) => own(attribute.key, { name: event.currentTarget.value })}
              />
              <TextField
                label={text.ownValue(index + 1)}
                hideLabel
                maxLength={200}
                value={attribute.value}
                onChange={(event) => own(attribute.key, { value: event.currentTarget.value })}
              />
              <IconButton
                label={text.remove(index + 1)}
                onClick={() => onChange({ attributes: draft.attributes.filter(({ key }) => key !== attribute.key) })}
              >
                <TrashIcon />
              </IconButton>
            </div>
          ))}
          <div>
            <Button
              variant="secondary"
              size="small"
              onClick={() => onChange({ attributes: [...draft.attributes, { key: newId(), name: '', value: '' }] })}
            >
              <PlusIcon />
              {text.add}
            </Button>
          </div>
        </fieldset>
      </div>
    </Panel>
  );
}

import { Checkbox, IconButton, SelectField, TextAreaField, TextField, TrashIcon } from '@mallhive/ui';
import type { DraftAttribute } from '../../logic/attributes.ts';
import { translationLocales } from '../../logic/product/types.ts';
import { adminMessages } from '../../messages/admin.ts';

const text = adminMessages.attributes;
const types = ['text', 'number', 'choice', 'multi-choice', 'boolean'] as const;

interface AttributeFieldsProps {
  attribute: DraftAttribute;
  place: number;
  last: boolean;
  tried: boolean;
  onChange: (changes: Partial<DraftAttribute>) => void;
  onMove: (by: number) => void;
  onRemove: () => void;
}

export function AttributeFields({ attribute, place, last, tried, onChange, onMove, onRemove }: AttributeFieldsProps) {
  const name = attribute.name.trim() || text.unnamed;
  const lists = attribute.type === 'choice' || attribute.type === 'multi-choice';
  return (
    <li className="grid gap-4 rounded-tile border border-line bg-surface p-5">
      <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_6rem_auto] sm:items-start">
        <TextField
          label={text.name}
          required
          maxLength={60}
          value={attribute.name}
          error={tried && !attribute.name.trim() ? text.nameMissing : null}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <SelectField
          label={text.type}
          value={attribute.type}
          options={types.map((id) => ({ value: id, label: text.types[id] }))}
          onChange={(event) => {
            const type = types.find((id) => id === event.currentTarget.value);
            if (type) onChange({ type });
          }}
        />
        <TextField
          label={text.unit}
          maxLength={20}
          disabled={attribute.type !== 'number'}
          value={attribute.unit}
          onChange={(event) => onChange({ unit: event.currentTarget.value })}
        />
        <div className="flex gap-1 sm:pt-7">
          <IconButton size="small" label={text.up(name)} disabled={place === 0} onClick={() => onMove(-1)}>
            <span aria-hidden="true">↑</span>
          </IconButton>
          <IconButton size="small" label={text.down(name)} disabled={last} onClick={() => onMove(1)}>
            <span aria-hidden="true">↓</span>
          </IconButton>
          <IconButton size="small" label={text.remove(name)} onClick={onRemove}>
            <TrashIcon />
          </IconButton>
        </div>
      </div>
      {lists ? (
        <TextAreaField
          label={text.choices}
          hint={text.choicesHint}
          rows={4}
          value={attribute.choices}
          error={tried && !attribute.choices.trim() ? text.choicesMissing : null}
          onChange={(event) => onChange({ choices: event.currentTarget.value })}
        />
      ) : null}
      <div className="flex flex-wrap gap-x-8">
        <Checkbox
          label={text.required}
          checked={attribute.required}
          onChange={(event) => onChange({ required: event.currentTarget.checked })}
        />
        <Checkbox
          label={text.filterable}
          checked={attribute.filterable}
          onChange={(event) => onChange({ filterable: event.currentTarget.checked })}
        />
      </div>
      <details>
        <summary className="cursor-pointer py-1 text-sm font-semibold">{text.translations}</summary>
        <div className="mt-3 grid gap-3 sm:grid-cols-3">
          {translationLocales.map((locale) => (
            <TextField
              key={locale}
              label={adminMessages.languages[locale]}
              lang={locale}
              dir={locale === 'ar' ? 'rtl' : 'ltr'}
              maxLength={60}
              value={attribute.names[locale]}
              onChange={(event) => onChange({ names: { ...attribute.names, [locale]: event.currentTarget.value } })}
            />
          ))}
        </div>
      </details>
    </li>
  );
}

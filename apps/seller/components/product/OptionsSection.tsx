import { Button, CloseIcon, IconButton, Notice, PlusIcon, TextField, TrashIcon } from '@mallhive/ui';
import { type KeyboardEvent, useState } from 'react';
import { newId } from '../../logic/new-id.ts';
import { type Grid, gridOf, mostOptions } from '../../logic/product/grid.ts';
import type { Problems } from '../../logic/product/problems.ts';
import type { DraftOption, ProductDraft } from '../../logic/product/types.ts';
import { productMessages, sayProblem } from '../../messages/products.ts';
import { Panel } from '../PageHead.tsx';

const text = productMessages.options;

interface OptionFieldsProps {
  option: DraftOption;
  place: number;
  problems: Problems;
  onChange: (option: DraftOption) => void;
  onRemove: () => void;
}

function OptionFields({ option, place, problems, onChange, onRemove }: OptionFieldsProps) {
  const [typed, setTyped] = useState('');
  const name = option.name.trim() || text.unnamed;
  const add = () => {
    const wanted = typed
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value && !option.values.some((other) => other.value.toLowerCase() === value.toLowerCase()));
    if (wanted.length > 0) {
      const added = [...new Set(wanted)].map((value) => ({ id: newId(), value, swatch: null }));
      onChange({ ...option, values: [...option.values, ...added] });
    }
    setTyped('');
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ',') return;
    event.preventDefault();
    add();
  };
  return (
    <li className="grid gap-4 rounded-control border border-line p-4">
      <div className="flex items-end gap-2">
        <TextField
          label={text.name(place + 1)}
          name={`option-${place}`}
          className="flex-1"
          maxLength={60}
          placeholder={text.namePlaceholder}
          value={option.name}
          error={sayProblem(problems[`options.${place}.name`])}
          onChange={(event) => onChange({ ...option, name: event.currentTarget.value })}
        />
        <IconButton label={text.remove(name)} onClick={onRemove}>
          <TrashIcon />
        </IconButton>
      </div>
      {option.values.length > 0 ? (
        <ul className="flex flex-wrap gap-2" aria-label={text.values(name)}>
          {option.values.map((value) => (
            <li key={value.id} className="flex items-center gap-1 rounded-full bg-sunken pl-3">
              <span>{value.value}</span>
              <IconButton
                size="small"
                label={text.removeValue(value.value)}
                onClick={() => onChange({ ...option, values: option.values.filter(({ id }) => id !== value.id) })}
              >
                <CloseIcon />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      <TextField
        label={`${text.addValue}, ${name}`}
        name={`option-${place}-value`}
        hint={text.addValueHint}
        maxLength={200}
        autoComplete="off"
        value={typed}
        error={sayProblem(problems[`options.${place}.values`])}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={keys}
        onBlur={add}
      />
    </li>
  );
}

interface OptionsSectionProps {
  draft: ProductDraft;
  problems: Problems;
  onChange: (changes: Partial<ProductDraft>) => void;
}

/** Options make the grid of variants: it follows every change here, and what a variant had stays with it. */
export function OptionsSection({ draft, problems, onChange }: OptionsSectionProps) {
  const [leftOut, setLeftOut] = useState(0);
  const set = (options: DraftOption[]) => {
    // A new option without values yet changes nothing about the variants.
    const before = draft.options.filter(({ values }) => values.length > 0);
    const after = options.filter(({ values }) => values.length > 0);
    const shape = (list: DraftOption[]) =>
      JSON.stringify(list.map(({ id, values }) => [id, values.map((value) => value.id)]));
    if (shape(before) === shape(after)) return onChange({ options });
    const grid: Grid = gridOf(options, draft.variants, draft.slug.slice(0, 24).toUpperCase());
    setLeftOut(grid.leftOut);
    onChange({ options, variants: grid.variants });
  };
  return (
    <Panel title={text.title} lead={text.lead}>
      <div className="grid gap-4">
        {draft.options.length > 0 ? (
          <ul className="grid gap-4">
            {draft.options.map((option, place) => (
              <OptionFields
                key={option.id}
                option={option}
                place={place}
                problems={problems}
                onChange={(changed) => set(draft.options.map((other) => (other.id === option.id ? changed : other)))}
                onRemove={() => set(draft.options.filter(({ id }) => id !== option.id))}
              />
            ))}
          </ul>
        ) : null}
        {leftOut > 0 ? <Notice tone="caution">{text.leftOut(leftOut)}</Notice> : null}
        {draft.options.length < mostOptions ? (
          <div>
            <Button
              variant="secondary"
              size="small"
              onClick={() => onChange({ options: [...draft.options, { id: newId(), name: '', values: [] }] })}
            >
              <PlusIcon />
              {text.add}
            </Button>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

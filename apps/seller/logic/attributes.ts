import type { AdminAttribute } from '../types.ts';
import { newId } from './new-id.ts';
import { type TranslationLocale, translationLocales } from './product/types.ts';

export interface DraftAttribute {
  key: string;
  id: string | null;
  name: string;
  type: AdminAttribute['type'];
  unit: string;
  /** Labels, one a line. */
  choices: string;
  required: boolean;
  filterable: boolean;
  names: Record<TranslationLocale, string>;
  /** As it is stored, for what the page does not edit. */
  stored: AdminAttribute | null;
}

export function draftAttribute(stored: AdminAttribute): DraftAttribute {
  return {
    key: stored.id,
    id: stored.id,
    name: stored.name,
    type: stored.type,
    unit: stored.unit,
    choices: stored.choices.map(({ label }) => label).join('\n'),
    required: stored.required,
    filterable: stored.filterable,
    names: Object.fromEntries(
      translationLocales.map((locale) => [locale, stored.translations[locale]?.name ?? '']),
    ) as Record<TranslationLocale, string>,
    stored,
  };
}

export const newAttribute = (): DraftAttribute => ({
  key: newId(),
  id: null,
  name: '',
  type: 'text',
  unit: '',
  choices: '',
  required: false,
  filterable: false,
  names: { de: '', fr: '', ar: '' },
  stored: null,
});

const slug = (label: string): string =>
  label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 70) || 'choice';

/**
 * Labels as choices. One that exists keeps its value, also when its line was renamed in place: products name the value.
 * Lines are told apart by their place only while as many lines are there as before.
 */
export function choicesOf(text: string, stored: AdminAttribute['choices']): AdminAttribute['choices'] {
  const labels = [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
  const taken = new Set<string>();
  const known = labels.map((label) => stored.find((choice) => choice.label === label)?.value);
  for (const value of known) if (value) taken.add(value);
  return labels.map((label, place) => {
    const old = stored[place]?.value;
    const renamed = labels.length === stored.length && old && !taken.has(old) ? old : undefined;
    let value = known[place] ?? renamed ?? slug(label);
    if (!known[place]) {
      const base = value;
      for (let number = 2; taken.has(value); number += 1) value = `${base}-${number}`;
      taken.add(value);
    }
    return { value, label };
  });
}

export function attributePayload(draft: DraftAttribute) {
  const lists = draft.type === 'choice' || draft.type === 'multi-choice';
  return {
    ...(draft.id && { id: draft.id }),
    name: draft.name.trim(),
    type: draft.type,
    unit: draft.type === 'number' ? draft.unit.trim() : '',
    choices: lists ? choicesOf(draft.choices, draft.stored?.choices ?? []) : [],
    required: draft.required,
    filterable: draft.filterable,
    translations: Object.fromEntries(
      translationLocales.map((locale) => [
        locale,
        { name: draft.names[locale].trim(), choices: draft.stored?.translations[locale]?.choices ?? {} },
      ]),
    ),
  };
}

export const attributeIsComplete = (draft: DraftAttribute): boolean =>
  draft.name.trim() !== '' && !((draft.type === 'choice' || draft.type === 'multi-choice') && !draft.choices.trim());

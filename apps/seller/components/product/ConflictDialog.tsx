import { Button, Dialog } from '@mallhive/ui';
import { useState } from 'react';
import { momentLabel } from '../../logic/figures.ts';
import type { Conflict, Side } from '../../logic/product/merge.ts';
import { type Part, payloadOf } from '../../logic/product/payload.ts';
import type { ProductDraft } from '../../logic/product/types.ts';
import { productMessages } from '../../messages/products.ts';

const text = productMessages.conflict;

export interface OpenConflict extends Conflict {
  mine: ProductDraft;
  theirDraft: ProductDraft;
  by: string | null;
  at: string;
}

interface ConflictDialogProps {
  conflict: OpenConflict;
  onApply: (choices: Partial<Record<Part, Side>>) => void;
  onReload: () => void;
  onClose: () => void;
}

/** What a part says, short enough to compare two of them. */
function shown(draft: ProductDraft, part: Part): string {
  const value = payloadOf(draft)[part];
  if (Array.isArray(value)) {
    const words = value.map((entry) => (typeof entry === 'string' ? entry : ''));
    return words.every(Boolean) ? words.join(', ') || '–' : String(value.length);
  }
  if (typeof value === 'object' && value !== null) return String(Object.keys(value).length);
  const plain = String(value ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > 140 ? `${plain.slice(0, 140)}…` : plain || '–';
}

const plainParts: readonly Part[] = [
  'title',
  'subtitle',
  'descriptionHtml',
  'highlights',
  'brand',
  'tags',
  'slug',
  'seoTitle',
  'seoDescription',
  'status',
];

export function ConflictDialog({ conflict, onApply, onReload, onClose }: ConflictDialogProps) {
  const [choices, setChoices] = useState<Partial<Record<Part, Side>>>({});
  const name = (part: Part) => productMessages.parts[part] ?? part;
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={text.title}
      footer={
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="secondary" onClick={onReload}>
            {text.reload}
          </Button>
          <Button variant="accent" onClick={() => onApply(choices)}>
            {text.apply}
          </Button>
        </div>
      }
    >
      <div className="grid gap-5">
        <p>{text.by(conflict.by ?? text.somebody, momentLabel(conflict.at))}</p>
        {conflict.contested.length > 0 ? <p className="font-semibold">{text.contested}</p> : <p>{text.none}</p>}
        {conflict.contested.map((part) => (
          <fieldset key={part} className="grid gap-2">
            <legend className="mh-label mb-1">{name(part)}</legend>
            <div className="grid gap-3 sm:grid-cols-2">
              {(['mine', 'theirs'] as const).map((side) => (
                <label key={side} className="mh-radio-card">
                  <input
                    type="radio"
                    name={`conflict-${part}`}
                    checked={(choices[part] ?? 'mine') === side}
                    onChange={() => setChoices({ ...choices, [part]: side })}
                  />
                  <span className="min-w-0">
                    <strong className="font-semibold">{side === 'mine' ? text.mine : text.their}</strong>
                    {plainParts.includes(part) ? (
                      <span className="block text-sm break-words text-ink-soft">
                        {shown(side === 'mine' ? conflict.mine : conflict.theirDraft, part)}
                      </span>
                    ) : null}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        {conflict.theirs.length > 0 ? (
          <p className="text-ink-soft">
            {text.theirs} {conflict.theirs.map(name).join(', ')}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}

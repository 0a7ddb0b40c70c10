import { changedParts, type Part } from './payload.ts';
import type { ProductDraft } from './types.ts';

export type Side = 'mine' | 'theirs';

/** Draft fields of each part of a save; most have the part's own name. */
type Field = keyof ProductDraft;

export interface Conflict {
  /** Changed by both, and not to the same. */
  contested: Part[];
  /** Changed by them alone: taken over. */
  theirs: Part[];
}

/** `base`: what the person began with; `mine`: what they made of it; `theirs`: what is stored now. */
export function conflictOf(base: ProductDraft, mine: ProductDraft, theirs: ProductDraft): Conflict {
  const own = new Set(changedParts(base, mine));
  const foreign = changedParts(base, theirs);
  const different = new Set(changedParts(mine, theirs));
  return {
    contested: foreign.filter((part) => own.has(part) && different.has(part)),
    theirs: foreign.filter((part) => !own.has(part)),
  };
}

/**
 * Theirs with my changes on top, contested parts as chosen. Options, variants and images hang together (variants name
 * values and places of pictures), so they are taken from one side: mine when I changed any of them and did not give it up.
 */
export function merged(
  base: ProductDraft,
  mine: ProductDraft,
  theirs: ProductDraft,
  choices: Partial<Record<Part, Side>>,
): ProductDraft {
  const keep = changedParts(base, mine).filter((part) => (choices[part] ?? 'mine') === 'mine');
  const hanging: Part[] = ['options', 'variants', 'images'];
  const fields = new Set<Part>(keep);
  if (keep.some((part) => hanging.includes(part))) for (const part of hanging) fields.add(part);
  else for (const part of hanging) fields.delete(part);
  const result: ProductDraft = { ...theirs };
  const take = <Name extends Field>(name: Name) => {
    result[name] = mine[name];
  };
  for (const part of fields) take(part);
  return result;
}

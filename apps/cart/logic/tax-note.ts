import type { Cart } from '../types.ts';

/** What to say of tax beside a sum: of the shop's own country, until checkout knows where to send. */
export function taxNote(texts: { included: string; onTop: string; unknown: string }, { taxIncluded }: Cart): string {
  if (taxIncluded === undefined) return texts.unknown;
  return taxIncluded ? texts.included : texts.onTop;
}

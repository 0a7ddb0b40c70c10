/** Whole numbers as people type them, also with a minus sign of typography; null for everything else. */
export function wholeNumber(text: string): number | null {
  const cleaned = text.trim().replace(/^[−–]/, '-').replace(/^\+/, '');
  return /^-?\d{1,7}$/.test(cleaned) ? Number(cleaned) : null;
}

export interface AdjustFields {
  kind: 'by' | 'set';
  amount: string;
}

export type AdjustProblem = 'wholeNumber' | 'zero' | 'negative';

/** What is wrong with an adjustment of `onHand` units, and how many there are after it. */
export function adjustResult(fields: AdjustFields, onHand: number): { problem: AdjustProblem | null; after: number } {
  const number = wholeNumber(fields.amount);
  if (number === null || (fields.kind === 'set' && number < 0)) return { problem: 'wholeNumber', after: onHand };
  const after = fields.kind === 'set' ? number : onHand + number;
  if (after === onHand) return { problem: 'zero', after };
  return { problem: after < 0 ? 'negative' : null, after };
}

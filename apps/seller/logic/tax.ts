import type { TaxZone } from '../types.ts';

type Rate = TaxZone['rates'][number];

/** A rate as it is typed. */
export interface RateDraft {
  key: number;
  taxClass: string;
  validFrom: string;
  percent: string;
}

let keys = 0;
export function rateDraft(taxClass: string, validFrom: string, percent = ''): RateDraft {
  keys += 1;
  return { key: keys, taxClass, validFrom, percent };
}

/** `20`, `25.5` for basis points. */
export const percentText = (basisPoints: number): string => String(basisPoints / 100);

function basisPointsOf(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(trimmed)) return null;
  const points = Math.round(Number(trimmed) * 100);
  return points <= 10_000 ? points : null;
}

export const draftsOf = (rates: readonly Rate[]): RateDraft[] =>
  rates.map(({ taxClass, validFrom, basisPoints }) => rateDraft(taxClass, validFrom, percentText(basisPoints)));

/** By index: what is wrong with a rate. */
export function rateProblems(drafts: readonly RateDraft[]): Map<number, 'percent' | 'day' | 'twice'> {
  const wrong = new Map<number, 'percent' | 'day' | 'twice'>();
  const seen = new Set<string>();
  for (const [index, { taxClass, validFrom, percent }] of drafts.entries()) {
    const key = `${taxClass} ${validFrom}`;
    if (basisPointsOf(percent) === null) wrong.set(index, 'percent');
    else if (!/^\d{4}-\d{2}-\d{2}$/.test(validFrom)) wrong.set(index, 'day');
    else if (seen.has(key)) wrong.set(index, 'twice');
    seen.add(key);
  }
  return wrong;
}

/** As they are sent. Only of drafts without problems. */
export const ratesOf = (drafts: readonly RateDraft[]): Rate[] =>
  drafts.map(({ taxClass, validFrom, percent }) => ({ taxClass, validFrom, basisPoints: basisPointsOf(percent) ?? 0 }));

/** The rate that holds on a day, and the next one after it. Rates are newest first. */
export function ratesAround(rates: readonly Rate[], taxClass: string, day: string): { now?: Rate; next?: Rate } {
  const own = rates.filter((rate) => rate.taxClass === taxClass);
  const now = own.find(({ validFrom }) => validFrom <= day);
  const next = own.findLast(({ validFrom }) => validFrom > day);
  return { ...(now && { now }), ...(next && { next }) };
}

/** `Books & papers` as the code of a class. */
export const classCode = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40);

import { createHash } from 'node:crypto';

/** Changes when anything in the draft does. Object keys are sorted, because their order says nothing. */
export function draftHash(draft: unknown): string {
  const sorted = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
      : value;
  return createHash('sha256').update(JSON.stringify(draft, sorted)).digest('base64url');
}

/** Tells two products of the same name apart: short, and the same on every run. */
export function slugSuffix(sellerId: string, sourceRef: string): string {
  return createHash('sha256').update(`${sellerId}\0${sourceRef}`).digest('hex').slice(0, 6);
}

import { refusalOf } from '@mallhive/api-client';

/** A refusal in the page's words, else the general one. */
export function sayRefusal(error: unknown, known: Record<string, string>, otherwise: string): string {
  const refusal = refusalOf(error);
  if (!refusal) return otherwise;
  return known[refusal.reason] ?? refusal.message;
}

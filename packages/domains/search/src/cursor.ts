import { cursorInvalid } from './errors.ts';

/** OpenSearch answers the first 10,000 results and no more. */
const furthest = 9_900;

/** Results have no stable key to go on from (a rank is not one), so a cursor is the number of results already shown. */
export function encodeOffset(sort: string, offset: number): string {
  return Buffer.from(`${sort}:${offset}`).toString('base64url');
}

export function decodeOffset(sort: string, cursor: string): number {
  const [order, text = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(':');
  const offset = Number(text);
  if (order !== sort || !/^\d{1,5}$/.test(text) || offset > furthest) throw cursorInvalid();
  return offset;
}

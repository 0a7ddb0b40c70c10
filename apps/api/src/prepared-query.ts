import { createHash } from 'node:crypto';
import type { Database } from '@mallhive/db';

type PreparedQuery = <Row>(text: string, values: readonly unknown[]) => Promise<Row[]>;

/** Plain SQL whose texts are constants: each is planned once a connection, not with every call. */
export function createPreparedQuery({ pool }: Pick<Database, 'pool'>): PreparedQuery {
  const names = new Map<string, string>();
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url').slice(0, 24);
    names.set(text, name);
    return name;
  };
  return async (text, values) => (await pool.query({ name: nameOf(text), text, values: [...values] })).rows;
}

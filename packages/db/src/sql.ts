import type { CustomTypesConfig, QueryResult, QueryResultRow } from 'pg';
import pg from 'pg';
import type { Statement } from './statement.ts';

/** What can run hand-written SQL: the pool, or the connection of a transaction. */
export interface Sql {
  many<Row extends QueryResultRow>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  /** The first row, or null when there is none. */
  maybe<Row extends QueryResultRow>(statement: Statement, values?: readonly unknown[]): Promise<Row | null>;
  /** The only row; a fault when there is none. */
  one<Row extends QueryResultRow>(statement: Statement, values?: readonly unknown[]): Promise<Row>;
  /** Number of rows written. */
  execute(statement: Statement, values?: readonly unknown[]): Promise<number>;
}

const int8 = 20;
const date = 1082;

/** count(*) and sums of integers arrive as numbers, dates stay `YYYY-MM-DD`. Prisma brings its own parsers. */
const types: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary' && oid === int8) return parseInt8;
    if (format !== 'binary' && oid === date) return (text: string) => text;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  }) as CustomTypesConfig['getTypeParser'],
};

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`A bigint from the database is not a safe integer: ${text}`);
  return value;
}

interface Queryable {
  query(config: {
    name: string;
    text: string;
    values: unknown[];
    types: CustomTypesConfig;
  }): Promise<QueryResult<QueryResultRow>>;
}

/** `queryable` is asked per call, because a transaction learns its connection only with its first statement. */
export function createSql(queryable: () => Queryable): Sql {
  const run = async <Row>(statement: Statement, values: readonly unknown[] = []) => {
    const result = await queryable().query({
      name: statement.name,
      text: statement.text,
      values: values as unknown[],
      types,
    });
    return result as unknown as { rows: Row[]; rowCount: number | null };
  };
  return {
    many: async <Row>(statement: Statement, values?: readonly unknown[]) => (await run<Row>(statement, values)).rows,
    maybe: async <Row>(statement: Statement, values?: readonly unknown[]) =>
      (await run<Row>(statement, values)).rows[0] ?? null,
    one: async <Row>(statement: Statement, values?: readonly unknown[]) => {
      const row = (await run<Row>(statement, values)).rows[0];
      if (row === undefined) throw new Error(`${statement.name} returned no row`);
      return row;
    },
    execute: async (statement, values) => (await run(statement, values)).rowCount ?? 0,
  };
}

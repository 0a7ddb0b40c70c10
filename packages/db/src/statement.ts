/**
 * A hand-written SQL statement. The name makes PostgreSQL keep its plan per connection (prepared statement),
 * so it must be unique to the text: `catalog.product-by-slug`. Never build the text from input.
 */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const known = new Map<string, string>();

/** Call at module level, once per statement. Throws when two different texts claim one name. */
export function statement(name: string, text: string): Statement {
  const other = known.get(name);
  if (other !== undefined && other !== text) throw new Error(`Two SQL statements are both named ${name}`);
  known.set(name, text);
  return { name, text };
}

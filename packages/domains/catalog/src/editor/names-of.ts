import type { CatalogPorts } from '../ports.ts';

/** Names of people, as far as somebody knows them: a person who was erased has none. */
export async function namesOf(
  ports: CatalogPorts,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0 || !ports.people) return new Map();
  return ports.people.namesOf(wanted);
}

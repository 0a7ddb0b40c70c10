import type { z } from 'zod';
import type { Synonym, saveSynonymInput } from './contract.ts';
import type { Actor, Database } from './database.repository.ts';
import { synonymChanged, synonymIncomplete } from './errors.ts';
import type { SearchPorts } from './ports.ts';
import { saveSynonym as save } from './synonym.repository.ts';
import { words } from './words.ts';

const tidy = (terms: readonly string[]) =>
  [...new Map(terms.map((term) => [words(term).join(' '), term.trim()])).entries()].flatMap(([key, term]) =>
    key ? [term] : [],
  );

/** Spellings that the search cannot tell apart anyway count as one. */
export async function saveSynonym(
  db: Database,
  ports: SearchPorts,
  actor: Actor,
  input: z.output<typeof saveSynonymInput>,
): Promise<Synonym> {
  const terms = tidy(input.terms);
  const replacements = input.kind === 'one_way' ? tidy(input.replacements) : [];
  const enough = input.kind === 'one_way' ? terms.length > 0 && replacements.length > 0 : terms.length > 1;
  if (!enough) throw synonymIncomplete();
  const { id, locale, kind } = input;
  const draft = { id, locale, kind, terms, replacements };
  const saved = await save(db, actor, draft, input.version ?? null, ports.clock.now());
  if (!saved) throw synonymChanged();
  return saved;
}

import { type AuditActor, appendAudit, appendEvents, type Database, statement, withTransaction } from '@mallhive/db';
import type { Synonym } from './contract.ts';
import { synonymsChanged } from './events.ts';

const columns = `id, locale, kind, terms, replacements, version, updated_at as "updatedAt"`;
const list = statement(
  'search.synonyms',
  `select ${columns} from search.synonyms where locale = $1 order by terms, id`,
);
const all = statement('search.all-synonyms', 'select locale, kind, terms, replacements from search.synonyms');

type Row = Omit<Synonym, 'updatedAt'> & { updatedAt: Date };
const toSynonym = ({ updatedAt, ...row }: Row): Synonym => ({ ...row, updatedAt: updatedAt.toISOString() });

export async function listSynonyms(db: Database, locale: string): Promise<Synonym[]> {
  return (await db.sql.many<Row>(list, [locale])).map(toSynonym);
}

export function readAllSynonyms(db: Database) {
  return db.sql.many<Pick<Synonym, 'locale' | 'kind' | 'terms' | 'replacements'>>(all);
}

const lock = statement('search.lock-synonym', `select ${columns} from search.synonyms where id = $1 for update`);
const save = statement(
  'search.save-synonym',
  `insert into search.synonyms as s (id, locale, kind, terms, replacements, version, updated_at) values ($1, $2, $3, $4, $5, 1, $6)
   on conflict (id) do update set locale = excluded.locale, kind = excluded.kind, terms = excluded.terms,
     replacements = excluded.replacements, version = s.version + 1, updated_at = excluded.updated_at
   where s.version = $7
   returning ${columns}`,
);
const remove = statement('search.delete-synonym', `delete from search.synonyms where id = $1 returning ${columns}`);

export type SynonymDraft = Pick<Synonym, 'id' | 'locale' | 'kind' | 'terms' | 'replacements'>;
const fields = ['locale', 'kind', 'terms', 'replacements'] as const;
type Changes = Record<string, readonly [before: unknown, after: unknown]>;
const changesOf = (before: SynonymDraft | null, after: SynonymDraft): Changes =>
  Object.fromEntries(
    fields
      .filter((field) => String(before?.[field]) !== String(after[field]))
      .map((field) => [field, [before?.[field] ?? null, after[field]]]),
  );

/** Null when the stored version is not the one named. */
export function saveSynonym(
  db: Database,
  actor: AuditActor,
  draft: SynonymDraft,
  version: number | null,
  at: Date,
): Promise<Synonym | null> {
  return withTransaction(db, async (tx) => {
    const before = await tx.sql.maybe<Row>(lock, [draft.id]);
    const { id, locale, kind, terms, replacements } = draft;
    if ((before?.version ?? null) !== version) return null;
    const row = await tx.sql.maybe<Row>(save, [id, locale, kind, terms, replacements, at, version ?? 0]);
    if (!row) return null;
    const entry = { actor, sellerId: null, objectType: 'synonym', objectId: id, at };
    const changes = changesOf(before, row);
    await appendAudit(tx, 'search', [{ ...entry, action: before ? 'synonym.update' : 'synonym.create', changes }]);
    await appendEvents(tx, 'search', [synonymsChanged.create({ locale }, at)]);
    return toSynonym(row);
  });
}

export function deleteSynonym(db: Database, actor: AuditActor, id: string, at: Date): Promise<void> {
  return withTransaction(db, async (tx) => {
    const row = await tx.sql.maybe<Row>(remove, [id]);
    if (!row) return;
    const changes = { terms: [row.terms, null], replacements: [row.replacements, null] } as const;
    const entry = { actor, sellerId: null, action: 'synonym.delete', objectType: 'synonym', objectId: id, changes, at };
    await appendAudit(tx, 'search', [entry]);
    await appendEvents(tx, 'search', [synonymsChanged.create({ locale: row.locale }, at)]);
  });
}

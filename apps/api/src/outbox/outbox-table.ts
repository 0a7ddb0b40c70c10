import { type Database, type DomainName, domains, type Statement, statement } from '@mallhive/db';

export interface OutboxRow {
  id: string;
  name: string;
  version: number;
  data: unknown;
  occurred_at: Date;
  attempts: number;
}

/** How long a claimed row stays with a relay that no longer answers. */
const leaseSeconds = 30;

interface Statements {
  claim: Statement;
  publish: Statement;
  fail: Statement;
  prune: Statement;
}

const statements = new Map<DomainName, Statements>(
  domains.map((domain) => [
    domain,
    {
      // Claiming is a lease, not a lock: no transaction is open while the events are sent.
      claim: statement(
        `relay.claim.${domain}`,
        `with due as (
           select id from "${domain}".outbox where published_at is null and available_at <= now()
           order by id limit $1 for update skip locked
         )
         update "${domain}".outbox o set attempts = o.attempts + 1, available_at = now() + interval '${leaseSeconds} seconds'
         from due where o.id = due.id
         returning o.id, o.name, o.version, o.data, o.occurred_at, o.attempts`,
      ),
      publish: statement(
        `relay.publish.${domain}`,
        `update "${domain}".outbox set published_at = now(), last_error = null where id = any($1::uuid[])`,
      ),
      fail: statement(
        `relay.fail.${domain}`,
        `update "${domain}".outbox
         set available_at = now() + make_interval(secs => least(300, power(2, least(attempts, 9)))), last_error = $2
         where id = any($1::uuid[])`,
      ),
      prune: statement(
        `relay.prune.${domain}`,
        `delete from "${domain}".outbox where id in (
           select id from "${domain}".outbox where published_at < now() - make_interval(secs => $1) limit 5000)`,
      ),
    },
  ]),
);

const due = statement(
  'relay.due',
  domains
    .map(
      (domain) =>
        `select '${domain}' as domain where exists (select 1 from "${domain}".outbox where published_at is null and available_at <= now())`,
    )
    .join(' union all '),
);
const lag = statement(
  'relay.lag',
  domains
    .map(
      (domain) =>
        `select '${domain}' as domain, count(*) as waiting, coalesce(extract(epoch from now() - min(occurred_at)), 0)::float8 as seconds
         from "${domain}".outbox where published_at is null`,
    )
    .join(' union all '),
);

/** The outboxes as the relay sees them. */
export function createOutboxTable(db: Database) {
  const of = (domain: DomainName): Statements => {
    const found = statements.get(domain);
    if (!found) throw new Error(`No outbox for ${domain}`);
    return found;
  };
  return {
    due: async (): Promise<DomainName[]> => {
      const rows = await db.sql.many<{ domain: DomainName }>(due);
      return rows.map(({ domain }) => domain);
    },
    claim: async (domain: DomainName, limit: number): Promise<OutboxRow[]> => {
      const rows = await db.sql.many<OutboxRow>(of(domain).claim, [limit]);
      return rows.sort((left, right) => (left.id < right.id ? -1 : 1));
    },
    publish: (domain: DomainName, ids: string[]) => db.sql.execute(of(domain).publish, [ids]),
    fail: (domain: DomainName, ids: string[], error: string) =>
      db.sql.execute(of(domain).fail, [ids, error.slice(0, 500)]),
    prune: (domain: DomainName, olderThanSeconds: number) => db.sql.execute(of(domain).prune, [olderThanSeconds]),
    lag: () => db.sql.many<{ domain: DomainName; waiting: number; seconds: number }>(lag),
  };
}

export type OutboxTable = ReturnType<typeof createOutboxTable>;

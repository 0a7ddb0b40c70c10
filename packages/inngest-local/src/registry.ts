import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { nextCronTime } from './cron.ts';
import { inTransaction, type Queryable } from './database.ts';
import { type FunctionConfig, functionConfigSchema, type Registration } from './protocol.ts';
import { canonicalJson } from './signing.ts';

export interface RegisteredFunction {
  id: string;
  appUrl: string;
  config: FunctionConfig;
}

/** The functions that apps have registered, kept in the database and cached here. */
export interface Registry {
  get(id: string): RegisteredFunction | undefined;
  all(): readonly RegisteredFunction[];
  triggeredBy(eventName: string): Array<{ fn: RegisteredFunction; expression: string | null }>;
  /** Whether any cancelOn could concern an event of this name. */
  cancels(eventName: string): boolean;
  appUrls(): ReadonlySet<string>;
  reload(): Promise<void>;
  /** True when something changed. */
  save(appUrl: string, registration: Registration): Promise<boolean>;
}

function nameMatches(pattern: string, name: string): boolean {
  return pattern === name || (pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)));
}

async function writeFunctions(db: Queryable, appUrl: string, configs: readonly FunctionConfig[]): Promise<void> {
  await db.query(
    `INSERT INTO inngest_local.functions (id, app_url, config)
     SELECT f.id, $1, f.config FROM jsonb_to_recordset($2) AS f (id text, config jsonb)
     ON CONFLICT (id) DO UPDATE SET app_url = $1, config = excluded.config, archived = false`,
    [appUrl, JSON.stringify(configs.map((config) => ({ id: config.id, config })))],
  );
  await db.query(
    'UPDATE inngest_local.functions SET archived = true WHERE app_url = $1 AND NOT archived AND NOT id = ANY($2)',
    [appUrl, configs.map((config) => config.id)],
  );
  const crons = configs.flatMap((config) =>
    config.triggers.flatMap(({ cron }) =>
      cron ? [{ function_id: config.id, cron, next_at: nextCronTime(cron) }] : [],
    ),
  );
  await db.query(
    `INSERT INTO inngest_local.crons (function_id, cron, next_at)
     SELECT * FROM jsonb_to_recordset($1) AS c (function_id text, cron text, next_at timestamptz)
     WHERE c.next_at IS NOT NULL
     ON CONFLICT (function_id, cron) DO NOTHING`,
    [JSON.stringify(crons)],
  );
  await db.query(
    `DELETE FROM inngest_local.crons c USING inngest_local.functions f
     WHERE f.id = c.function_id AND f.app_url = $1
       AND NOT EXISTS (SELECT FROM jsonb_to_recordset($2) AS k (function_id text, cron text)
                       WHERE k.function_id = c.function_id AND k.cron = c.cron)`,
    [appUrl, JSON.stringify(crons)],
  );
}

export function createRegistry(pool: Pool): Registry {
  let functions = new Map<string, RegisteredFunction>();
  let apps: ReadonlySet<string> = new Set();

  const registry: Registry = {
    get: (id) => functions.get(id),
    all: () => [...functions.values()],
    appUrls: () => apps,
    triggeredBy(eventName) {
      return registry
        .all()
        .flatMap((fn) =>
          fn.config.triggers
            .filter((trigger) => trigger.event && nameMatches(trigger.event, eventName))
            .map((trigger) => ({ fn, expression: trigger.expression ?? null })),
        );
    },
    cancels: (eventName) => registry.all().some((fn) => fn.config.cancel?.some((cancel) => cancel.event === eventName)),
    async reload() {
      const { rows } = await pool.query<{ id: string; app_url: string; config: unknown }>(
        'SELECT id, app_url, config FROM inngest_local.functions WHERE NOT archived',
      );
      const known = await pool.query<{ url: string }>('SELECT url FROM inngest_local.apps');
      functions = new Map(
        rows.map((row) => [
          row.id,
          { id: row.id, appUrl: row.app_url, config: functionConfigSchema.parse(row.config) },
        ]),
      );
      apps = new Set(known.rows.map((row) => row.url));
    },
    async save(appUrl, registration) {
      const checksum = createHash('sha256').update(canonicalJson(registration.functions)).digest('hex');
      const write = async (db: Queryable): Promise<boolean> => {
        const before = await db.query<{ checksum: string }>('SELECT checksum FROM inngest_local.apps WHERE url = $1', [
          appUrl,
        ]);
        if (before.rows[0]?.checksum === checksum) return false;
        await db.query(
          `INSERT INTO inngest_local.apps (url, name, sdk, checksum) VALUES ($1, $2, $3, $4)
           ON CONFLICT (url) DO UPDATE SET name = $2, sdk = $3, checksum = $4, synced_at = now()`,
          [appUrl, registration.app_id ?? registration.appName ?? appUrl, registration.sdk ?? null, checksum],
        );
        await writeFunctions(db, appUrl, registration.functions);
        return true;
      };
      const changed = await inTransaction(pool, write, 'schema');
      if (changed) await registry.reload();
      return changed;
    },
  };
  return registry;
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import type { SchemaFile } from './schema-files.ts';

/** The part of Prisma's schema engine that we use. */
export interface SchemaEngine {
  diff(params: {
    from: { tag: 'empty' };
    to: { tag: 'schemaDatamodel'; files: SchemaFile[] };
    script: true;
    shadowDatabaseUrl: null;
    exitCode: null;
    filters: typeof filters;
  }): Promise<{ stdout: string | null }>;
  applyMigrations(params: {
    migrationsList: {
      baseDir: string;
      lockfile: { path: string; content: string };
      shadowDbInitScript: string;
      migrationDirectories: {
        path: string;
        migrationFile: { path: string; content: { tag: 'ok'; value: string } };
      }[];
    };
    filters: typeof filters;
  }): Promise<{ appliedMigrationNames: string[] }>;
  close(): Promise<void>;
}

function describe(error: unknown, script: string): string {
  const { message, position, detail, where } = error as pg.DatabaseError;
  const line = position ? ` at line ${script.slice(0, Number(position)).split('\n').length}` : '';
  return [`${message}${line}`, detail, where].filter(Boolean).join('; ');
}

/**
 * Prisma's adapter cuts a script at every semicolon, also inside a function's body. Sent whole, PostgreSQL parses it
 * itself and runs it as one transaction, so a migration that fails leaves nothing behind.
 */
class WholeScripts extends PrismaPg {
  readonly #pool: pg.Pool;
  /** What PostgreSQL said last; the engine loses it. */
  failure: string | null = null;

  constructor(connectionString: string) {
    const pool = new pg.Pool({ connectionString, max: 2, idleTimeoutMillis: 0 });
    super(pool);
    this.#pool = pool;
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      try {
        await this.#pool.query(script);
      } catch (error) {
        this.failure = describe(error, script);
        throw error;
      }
    };
    return adapter;
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

export const filters = { externalTables: [] as string[], externalEnums: [] as string[] };

/** The engine gives its lock ten seconds and never clears that timer, which would keep a finished process alive. */
function withoutLingeringTimers(imports: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const name = Object.keys(imports).find((key) => key.startsWith('__wbg_setTimeout'));
  if (!name) return imports;
  const original = imports[name] as (...args: unknown[]) => unknown;
  const unreferenced = (...args: unknown[]) => {
    const timer = original(...args);
    (timer as Partial<NodeJS.Timeout>).unref?.();
    return timer;
  };
  return { ...imports, [name]: unreferenced };
}

/** Prisma's own migration engine as WebAssembly: no binary to download. */
export async function loadSchemaEngine(databaseUrl: string, schema: SchemaFile[]): Promise<SchemaEngine> {
  const require = createRequire(import.meta.url);
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = join(dirname(require.resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': withoutLingeringTimers(bindings as unknown as WebAssembly.ModuleImports),
  });
  const exports = instance.exports as { __wbindgen_start(): void } & WebAssembly.Exports;
  const glue = bindings as unknown as {
    __wbg_set_wasm(exports: WebAssembly.Exports): void;
    SchemaEngine: {
      new: (
        options: { datamodels: [string, string][] },
        log: () => void,
        adapter: unknown,
      ) => Promise<Omit<SchemaEngine, 'close'>>;
    };
  };
  glue.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  const scripts = new WholeScripts(databaseUrl);
  const engine = await glue.SchemaEngine.new(
    { datamodels: schema.map(({ path, content }): [string, string] => [path, content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(scripts),
  );
  return {
    diff: (params) => engine.diff(params),
    applyMigrations: async (params) => {
      try {
        return await engine.applyMigrations(params);
      } catch (error) {
        const name = /migration_name="([^"]+)"/.exec(String((error as Error).message))?.[1];
        if (!scripts.failure) throw error;
        throw new Error(`Migration ${name ?? ''} failed: ${scripts.failure}`, { cause: error });
      }
    },
    close: () => scripts.close(),
  };
}

import type { AddressInfo } from 'node:net';
import { openPool } from './database.ts';
import { startExecutor } from './executor.ts';
import { type InngestLocalOptions, settingsFrom } from './options.ts';
import { createHttpServer } from './server.ts';

export interface InngestLocal {
  /** Where apps send events and where the runs page is. */
  url: string;
  close(): Promise<void>;
}

const poolSize = 12;

export async function startInngestLocal(options: InngestLocalOptions): Promise<InngestLocal> {
  if (!options.pool && !options.databaseUrl) throw new TypeError('Give databaseUrl or pool');
  const settings = settingsFrom(options);
  const pool = options.pool ?? openPool(options.databaseUrl ?? '', poolSize);
  const executor = await startExecutor(pool, settings);
  const server = createHttpServer(executor.engine);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  }).catch(async (error: unknown) => {
    await executor.stop();
    if (!options.pool) await pool.end();
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
  settings.logger.info({ url, apps: settings.appUrls }, 'The local Inngest executor is ready');

  async function shutDown(): Promise<void> {
    // Calls under way still report their steps here, so the door closes after them.
    await executor.stop();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    if (!options.pool) await pool.end();
  }
  let closing: Promise<void> | undefined;
  return {
    url,
    close() {
      closing ??= shutDown();
      return closing;
    },
  };
}

import { createServer } from 'node:net';
import { Problem } from '../bootstrap/problem.mjs';
import { run } from '../bootstrap/run.mjs';
import type { LauncherConfig, ServiceName } from './config.ts';

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** `process 4711 (node)`, where the system can tell. */
async function holder(port: number): Promise<string> {
  const { code, output } = await run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc']);
  const pid = /^p(\d+)/m.exec(output)?.[1];
  const name = /^c(.+)/m.exec(output)?.[1];
  return code === 0 && pid ? ` by process ${pid}${name ? ` (${name})` : ''}` : '';
}

/** Throws Problem naming every taken port and who holds it. */
export async function requireFreePorts(config: LauncherConfig, services: readonly ServiceName[]): Promise<void> {
  const taken = (
    await Promise.all(services.map(async (service) => ((await isFree(config.port(service))) ? [] : [service])))
  ).flat();
  if (taken.length === 0) return;
  const lines = await Promise.all(
    taken.map(
      async (service) => `Port ${config.port(service)} (${service}) is taken${await holder(config.port(service))}.`,
    ),
  );
  const other = config.portBase + 100;
  throw new Problem(lines.join('\n'), `Stop what uses it, or move all ports: PORT_BASE=${other} npm start`);
}

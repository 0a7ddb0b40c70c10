import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { root } from '../../bootstrap/prepare.mjs';
import { run } from '../../bootstrap/run.mjs';
import { say } from '../../bootstrap/say.mjs';
import { type LauncherConfig, portOffsets, readConfig, type ServiceName } from '../config.ts';
import { findChromium } from '../test/chromium.ts';

interface Finding {
  subject: string;
  state: 'ok' | 'missing' | 'note';
  text: string;
}

const ok = (subject: string, text: string): Finding => ({ subject, state: 'ok', text });
const note = (subject: string, text: string): Finding => ({ subject, state: 'note', text });
const missing = (subject: string, text: string): Finding => ({ subject, state: 'missing', text });

async function version(command: string, args: string[]): Promise<string | undefined> {
  const { code, output } = await run(command, args);
  return code === 0 ? output.trim().split('\n').at(-1) : undefined;
}

async function installed(): Promise<Finding[]> {
  const { bavail, bsize } = statfsSync(root);
  const free = (bavail * bsize) / 1024 ** 3;
  const stamp = path.join(root, 'node_modules', '.mallhive-install');
  const built =
    existsSync(path.join(root, 'apps/shell/.next/BUILD_ID')) && existsSync(path.join(root, 'apps/api/dist/main.mjs'));
  const chromium = findChromium();
  const [pnpm, redis, git] = await Promise.all([
    version('pnpm', ['--version']),
    version('redis-server', ['--version']),
    version('git', ['--version']),
  ]);
  return [
    ok('Node', `${process.version} at ${process.execPath}`),
    pnpm ? ok('pnpm', pnpm) : missing('pnpm', 'not found; npm start brings it'),
    existsSync(stamp)
      ? ok('Dependencies', 'installed')
      : missing('Dependencies', 'not installed; npm start installs them'),
    built ? ok('Builds', 'there; npm start renews what changed') : note('Builds', 'none yet; npm start makes them'),
    free > 3
      ? ok('Disk', `${free.toFixed(1)} GB free`)
      : missing('Disk', `${free.toFixed(1)} GB free; 3 GB are wanted`),
    chromium ? ok('Chromium', chromium) : note('Chromium', 'not found; npm test installs it on Debian and Ubuntu'),
    redis ? ok('redis-server', redis) : note('redis-server', 'not found; npm test installs it on Debian and Ubuntu'),
    git ? ok('git', git) : note('git', 'not found'),
  ];
}

function reaches(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (reached: boolean) => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

async function outside(name: string, url: string | undefined, fallback: string): Promise<Finding> {
  if (!url) return ok(name, `not set: ${fallback}`);
  const { hostname, port, protocol } = new URL(url);
  const defaults: Record<string, number> = {
    'postgres:': 5432,
    'postgresql:': 5432,
    'redis:': 6379,
    'rediss:': 6379,
    'https:': 443,
  };
  const number = Number(port) || (defaults[protocol] ?? 80);
  return (await reaches(hostname, number))
    ? ok(name, `${hostname}:${number} answers`)
    : missing(name, `${hostname}:${number} does not answer`);
}

/** Says which variables are there, never what they hold. The API asks the provider itself when it starts. */
function payments(config: LauncherConfig, name: string, variables: readonly string[]): Finding {
  const absent = variables.filter((variable) => !config.isSet(variable));
  if (absent.length === variables.length) return ok(name, 'not set: not offered');
  return absent.length === 0
    ? ok(name, 'offered; its keys are checked at start')
    : missing(name, `${absent.join(' and ')} is not set`);
}

async function configured(config: LauncherConfig): Promise<Finding[]> {
  const { environment } = config;
  const registry = await run('npm', ['ping', '--fetch-timeout=5000', '--fetch-retries=0']);
  const file = path.join(root, '.env');
  return [
    registry.code === 0
      ? ok('npm registry', 'reachable')
      : missing('npm registry', 'cannot be reached; check the network, the proxy and `npm config get registry`'),
    existsSync(file)
      ? ok(
          '.env',
          `${
            readFileSync(file, 'utf8')
              .split('\n')
              .filter((line) => /^\s*\w+=/.test(line)).length
          } variables`,
        )
      : ok('.env', 'none: embedded defaults'),
    ok('Data', config.dataDir),
    await outside('DATABASE_URL', config.databaseUrl, 'embedded PostgreSQL'),
    await outside('REDIS_URL', environment.REDIS_URL, "carts in PostgreSQL, limits in this process's memory"),
    await outside('OPENSEARCH_URL', environment.OPENSEARCH_URL, 'PostgreSQL searches'),
    await outside('INNGEST_BASE_URL', environment.INNGEST_BASE_URL, 'local executor'),
    payments(config, 'Stripe', ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET']),
    payments(config, 'PayPal', ['PAYPAL_CLIENT_ID', 'PAYPAL_CLIENT_SECRET', 'PAYPAL_WEBHOOK_ID']),
  ];
}

async function running(config: LauncherConfig): Promise<Finding[]> {
  return Promise.all(
    (Object.keys(portOffsets) as ServiceName[]).map(async (name) => {
      const port = config.port(name);
      return (await reaches('127.0.0.1', port))
        ? ok(name, `something listens on ${port}`)
        : note(name, `nothing on ${port}`);
    }),
  );
}

function print(title: string, findings: Finding[]): void {
  say.title(title);
  const marks = { ok: '✓', note: '·', missing: '✗' } as const;
  for (const { subject, state, text } of findings) say.line(`  ${marks[state]} ${subject.padEnd(18)} ${text}`);
}

/** `npm run doctor`: what is installed, reachable, configured and running. Exit code 1 when something that is needed is missing. */
export default async function doctor(): Promise<number> {
  const config = readConfig();
  const [first, second, third] = await Promise.all([installed(), configured(config), running(config)]);
  print('Installed', first);
  print('Configured and reachable', second);
  print(`Running (PORT_BASE ${config.portBase})`, third);
  return [...first, ...second].some(({ state }) => state === 'missing') ? 1 : 0;
}

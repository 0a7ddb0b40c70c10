import { say } from '../bootstrap/say.mjs';
import { type AppName, type LauncherConfig, readConfig } from './config.ts';
import { stopLeftovers } from './leftovers.ts';
import { openBrowser } from './open-browser.ts';
import { runUntilSignal } from './run-until-signal.ts';
import { allServices, startStack } from './stack.ts';

interface ShopOptions {
  /** Builds or generates what the services need. */
  prepare: () => Promise<void>;
  /** All by default. */
  services?: readonly AppName[];
}

/** What `npm start` and `npm run dev` share once everything is built: start, say where, wait for the end. */
export async function runShop(
  mode: 'start' | 'dev',
  { prepare, services = allServices }: ShopOptions,
): Promise<number> {
  const from = performance.now();
  const config = readConfig();
  say.title(mode === 'dev' ? 'MallHive, development' : 'MallHive');
  const left = await stopLeftovers(config.dataDir);
  if (left.length > 0) say.note(`Stopped what an earlier run left behind: ${left.join(', ')}`);

  return runUntilSignal(
    async (halt) => {
      await prepare();
      halt.throwIfAborted();
      return startStack(config, { mode, services, seed: true, onNotice: (message) => say.note(message) });
    },
    () => announce(config, services, from),
  );
}

/** Where everything is, once it is there. */
async function announce(config: LauncherConfig, services: readonly AppName[], from: number): Promise<void> {
  const shop = config.environment.SHELL_URL ?? '';
  const { demoAccounts } = await import('@mallhive/seed');
  say.title(`The shop is open  ${say.faint(`${((performance.now() - from) / 1000).toFixed(1)} s`)}`);
  say.line(`  Shop               ${say.strong(shop)}`);
  if (services.includes('seller')) say.line(`  Seller dashboard   ${say.strong(config.environment.SELLER_URL ?? '')}`);
  const { REDIS_URL: redis } = config.environment;
  say.line(`  Carts              ${redis ? `Redis at ${new URL(redis).host}` : 'PostgreSQL'}`);
  say.line(`  Mailbox            ${config.environment.API_URL}/mailbox`);
  say.line(
    `  Background jobs    ${config.environment.INNGEST_BASE_URL ?? `http://localhost:${config.port('inngest')}`}`,
  );
  say.line(`  Health, metrics    ${config.environment.API_URL}/readyz  /metrics`);
  say.line('\n  Demo accounts');
  for (const { what, email, password } of demoAccounts)
    say.line(`    ${what.padEnd(44)} ${email.padEnd(26)} ${password}`);
  say.line('  Test card            4242 4242 4242 4242, any future date, any three digits');
  say.dim('\n  Ctrl-C stops everything.');
  openBrowser(shop);
}

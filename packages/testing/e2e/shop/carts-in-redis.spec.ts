import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '@mallhive/testing/free-port';
import { type RedisServer, startRedis } from '@mallhive/testing/redis';
import {
  addToCart,
  cards,
  confirmedOrder,
  expect,
  fillAddress,
  fillCard,
  newEmail,
  payButton,
  test,
} from './shop-test.ts';

/** The same builds, database and remotes, with an API and a shell of its own whose carts are in a real redis-server. */
const root = path.resolve(import.meta.dirname, '../../../..');
const portBase = Number(process.env.E2E_PORT_BASE ?? 4100);
const dataDir = path.join(root, '.mallhive/e2e');

let redis: RedisServer;
let origin = '';
const running: ChildProcess[] = [];

async function start(folder: string, args: string[], env: Record<string, string>, health: string): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: path.join(root, 'apps', folder),
    env: { ...process.env, ...env },
    stdio: 'ignore',
  });
  running.push(child);
  const answers = () =>
    fetch(health).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(answers, { timeout: 60_000 }).toBe(true);
}

test.beforeAll(async () => {
  test.setTimeout(150_000);
  redis = await startRedis({ appendOnly: true });
  const [api, shell] = [await freePort(), await freePort()];
  origin = `http://localhost:${shell}`;
  const remotes = ['home', 'product', 'cart', 'checkout', 'profile'].map((name, index) => [
    `REMOTE_${name.toUpperCase()}_URL`,
    `http://localhost:${portBase + 1 + index}`,
  ]);
  const shared: Record<string, string> = {
    ...JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')),
    ...Object.fromEntries(remotes),
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    PORT_BASE: String(portBase),
    MALLHIVE_DATA_DIR: dataDir,
    API_URL: `http://127.0.0.1:${api}`,
    SHELL_URL: origin,
    SELLER_URL: `http://localhost:${portBase + 6}`,
    NEXTAUTH_URL: origin,
    MAILBOX: 'on',
    // The jobs stay with the API beside it.
    INNGEST_BASE_URL: `http://127.0.0.1:${portBase + 9}`,
  };
  const own = { ...shared, PORT: String(api), REDIS_URL: redis.url, AUTH_ADDRESS_LIMIT_FACTOR: '50' };
  await start('api', ['--enable-source-maps', 'dist/main.mjs'], own, `http://127.0.0.1:${api}/healthz`);
  const next = path.join(root, 'packages/federation/bin/mallhive-next.mjs');
  const args = [next, 'start', '-p', String(shell), '-H', '127.0.0.1'];
  await start('shell', args, { ...shared, PORT: String(shell) }, `http://127.0.0.1:${shell}/api/healthz`);
});

test.afterAll(async () => {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  await redis?.stop();
});

test('a checkout with its cart in Redis, which ends and comes back in the middle', async ({
  browser,
  pickProducts,
}) => {
  test.slow();
  const [product] = await pickProducts(1);
  if (!product) throw new Error('no product');
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  expect(await redis.keys()).toEqual([]);
  await addToCart(page, product);
  await expect.poll(async () => (await redis.keys()).length).toBeGreaterThan(0);
  await page.goto('/checkout');
  await fillAddress(page, newEmail('redis'));

  await redis.kill();
  await page.goto('/cart');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByText(product.title)).toBeHidden();
  await redis.restart();

  await expect(async () => {
    await page.goto('/cart');
    await expect(page.getByRole('main').getByText(product.title).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await page.getByRole('main').getByRole('link', { name: 'Check out' }).first().click();
  await fillAddress(page, newEmail('redis'));
  await fillCard(page, cards.succeeds);
  await payButton(page).click();
  await confirmedOrder(page);
  await context.close();
});

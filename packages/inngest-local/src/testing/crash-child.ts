/** The process that the crash test kills: an executor and an app with order-like workflows. */
import { once } from 'node:events';
import { Inngest } from 'inngest';
import { Pool } from 'pg';
import { startInngestLocal } from '../start.ts';
import { serveApp } from './serve-app.ts';

const [databaseUrl = '', executorPort = '0', appPort = '0'] = process.argv.slice(2);
const effects = new Pool({ connectionString: databaseUrl, max: 4 });

const client = new Inngest({
  id: 'crash',
  isDev: true,
  eventKey: 'local',
  baseUrl: `http://127.0.0.1:${executorPort}`,
  logger: { debug() {}, info() {}, warn() {}, error() {} },
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** An outside effect: one row for each order and step, and a line in the log for each execution. */
async function effect(order: number, step: string): Promise<string> {
  await pause(Math.random() * 15);
  await effects.query(
    `WITH logged AS (INSERT INTO crash_log (order_id, step) VALUES ($1, $2))
     INSERT INTO crash_effects (order_id, step) VALUES ($1, $2) ON CONFLICT (order_id, step) DO NOTHING`,
    [order, step],
  );
  await pause(Math.random() * 15);
  return `${step} ${order}`;
}

const ship = client.createFunction({ id: 'ship', triggers: { event: 'ship' } }, async ({ event, step }) => {
  await step.run('pick', () => effect(event.data.order, 'pick'));
  return step.run('hand-over', () => effect(event.data.order, 'hand-over'));
});

const placeOrder = client.createFunction(
  { id: 'place-order', triggers: { event: 'placed' } },
  async ({ event, step }) => {
    const { order } = event.data;
    await step.run('reserve', () => effect(order, 'reserve'));
    await step.run('charge', () => effect(order, 'charge'));
    await Promise.all([
      step.run('mail-buyer', () => effect(order, 'mail-buyer')),
      step.run('mail-seller', () => effect(order, 'mail-seller')),
    ]);
    await step.sleep('grace', '1s');
    const shipped = await step.invoke('ship', { function: ship, data: { order } });
    await step.sendEvent('announce', { id: `shipped-${order}`, name: 'shipped', data: { order } });
    return step.run('settle', () => effect(order, 'settle').then((settled) => `${shipped}, ${settled}`));
  },
);

const countShipment = client.createFunction(
  { id: 'count-shipment', triggers: { event: 'shipped' } },
  async ({ event, step }) => {
    await step.run('count', () => effect(event.data.order, 'count'));
  },
);

process.stdout.write('loaded\n');
await once(process.stdin, 'data');
const app = await serveApp(client, [ship, placeOrder, countShipment], () => {}, Number(appPort));
await startInngestLocal({
  databaseUrl,
  port: Number(executorPort),
  appUrls: [app.url],
  leaseMs: 3_000,
  retryDelays: [50],
});
process.stdout.write('ready\n');

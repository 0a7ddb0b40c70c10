import { spawn } from 'node:child_process';
import path from 'node:path';
import { bareEventsPerSecond } from './bare-events.ts';
import { atRest, buyMany, someVariants } from './checkout-figures.ts';
import type { Figure } from './figures.ts';
import { cpuSeconds } from './processes.ts';
import type { BenchShop } from './shop.ts';

interface Told {
  perSecond: number;
  refused: number;
  p95: number;
  took: number;
}

const orders = 120;
const wanted = 5_000;
/** What a program without a shop does with the same rows: batches as they come, and as many in one as wait together. */
const ofTen = { rows: 10, connections: 24 };
const ofMany = { rows: 1_280, connections: 1 };

/** Browsers that tell the shop `rate` events a second (0: as many as it takes). */
function tellEvents(shop: Pick<BenchShop, 'api'>, rate: number, seconds: number): Promise<Told> {
  return new Promise((resolve, reject) => {
    const program = path.join(import.meta.dirname, 'tell-events.ts');
    const child = spawn(process.execPath, [program, shop.api, String(rate), String(seconds)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(output) as Told) : reject(new Error('Telling events failed')),
    );
  });
}

const p95 = (times: readonly number[]) => times[Math.floor(times.length * 0.95)] ?? 0;

/** How many events a second are taken, and what a checkout notices of 5,000 a second. */
export async function ingestFigures(shop: BenchShop): Promise<Figure[]> {
  const variants = await someVariants(shop);
  const pids = [shop.pids.api, shop.pids.postgres];
  await tellEvents(shop, 0, 3);
  await atRest(shop);
  const most = await tellEvents(shop, 0, 8);
  await atRest(shop);

  await bareEventsPerSecond(shop.database, ofTen, 2);
  const bareOfTen = await bareEventsPerSecond(shop.database, ofTen, 6);
  const bareOfMany = await bareEventsPerSecond(shop.database, ofMany, 6);
  await atRest(shop);

  const before = cpuSeconds(pids);
  const paced = await tellEvents(shop, wanted, 10);
  const cpu = (cpuSeconds(pids) - before) / paced.took;
  await atRest(shop);

  await buyMany(shop, variants, orders, 'before-events');
  const alone = p95(await buyMany(shop, variants, orders, 'alone'));
  await atRest(shop);
  const telling = tellEvents(shop, wanted, 15);
  const beside = p95(await buyMany(shop, variants, orders, 'beside-events'));
  const meanwhile = await telling;
  if (most.refused + paced.refused + meanwhile.refused > 0) throw new Error('Events were refused');
  return [
    {
      name: 'events taken per second, committed',
      value: most.perSecond,
      unit: '/s',
      reference: null,
      target: { atLeast: wanted },
    },
    // Floors of the way through HTTP, in batches of ten, with every check: they show when it gets dearer.
    {
      name: 'the same, beside bare inserts of tens',
      value: most.perSecond,
      unit: '/s',
      reference: { name: '24 connections that only insert', value: bareOfTen },
      target: { atLeast: 0.5 },
    },
    {
      name: 'the same, beside bare inserts of 1,280',
      value: most.perSecond,
      unit: '/s',
      reference: { name: 'one connection that only inserts', value: bareOfMany },
      target: { atLeast: 0.2 },
    },
    {
      name: 'cores that 5,000 events/s take, server and database',
      value: cpu,
      unit: 'cores',
      reference: null,
      target: { atMost: 0.8 },
    },
    {
      name: 'p95 of a batch of ten at 5,000 events/s',
      value: paced.p95,
      unit: 'ms',
      reference: null,
      target: { atMost: 150 },
    },
    {
      name: 'p95 of a whole checkout beside 5,000 events/s',
      value: beside,
      unit: 'ms',
      reference: { name: 'without events', value: alone },
      target: { atMost: 1.5 },
    },
    {
      name: 'events/s taken beside the checkouts',
      value: meanwhile.perSecond,
      unit: '/s',
      reference: null,
      target: { atLeast: wanted * 0.95 },
    },
  ];
}

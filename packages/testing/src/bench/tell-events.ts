import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program of its own, so that the one that measures is not held up: tell-events.ts <API> <events a second, 0: all it takes> <seconds> */
const [api = '', rate = '0', seconds = '5'] = process.argv.slice(2);
const perBatch = 10;
/** Each waits until its batch is committed; few of them would measure the waiting and not the shop. */
const connections = Number(rate) > 0 ? 24 : 128;
const agent = new Agent({ keepAlive: true, maxSockets: connections });
const until = performance.now() + Number(seconds) * 1_000;
const told = { acknowledged: 0, refused: 0, times: [] as number[] };
/** Visits of many browsers: their addresses differ, and each looks at some pages. */
const visitors = Array.from({ length: 2_000 }, () => randomUUID());
let next = 0;

function batch(): { body: string; address: string } {
  const index = next++;
  const at = new Date().toISOString();
  const events = Array.from({ length: perBatch }, (_, place) =>
    place % 3
      ? { id: randomUUID(), type: 'page_view', at, path: '/c/lamps' }
      : { id: randomUUID(), type: 'search', at, path: '/search', query: `word ${index % 50}`, results: place },
  );
  const body = JSON.stringify({ v: 1, visitorId: visitors[index % visitors.length], events });
  return { body, address: `10.${index % 7}.${index % 251}.${index % 241}` };
}

function send(): Promise<number> {
  const { body, address } = batch();
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0 Safari/537.36',
      'x-forwarded-for': address,
    };
    const outgoing = request(`${api}/api/events`, { agent, method: 'POST', headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const began = performance.now();
await Promise.all(
  Array.from({ length: connections }, async () => {
    while (performance.now() < until) {
      if (Number(rate) > 0) {
        const due = began + (next * perBatch * 1_000) / Number(rate);
        if (due > performance.now()) await sleep(due - performance.now());
      }
      const from = performance.now();
      const status = await send();
      told.times.push(performance.now() - from);
      if (status === 202) told.acknowledged += perBatch;
      else told.refused += perBatch;
    }
  }),
);
agent.destroy();
told.times.sort((left, right) => left - right);
const { acknowledged, refused, times } = told;
const took = (performance.now() - began) / 1_000;
console.log(
  JSON.stringify({ perSecond: acknowledged / took, refused, p95: times[Math.floor(times.length * 0.95)] ?? 0, took }),
);

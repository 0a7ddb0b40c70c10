import type { Search } from '@mallhive/search';
import { searchInput } from '@mallhive/search/contract';
import type { QueryConfig } from 'pg';
import type { Engines } from './engines.ts';

export interface Speed {
  p50: number;
  p95: number;
}

/** What shoppers ask: words, words with a facet chosen, and a category. */
const questions = [
  { query: 'oak chair' },
  { query: 'nordic lamp', filters: { Size: ['M'] } },
  { query: 'linen cushion red', sort: 'price-asc' },
  { query: 'brass mirr' },
  { query: 'tall vase', priceMin: 1_000, priceMax: 9_000 },
  { query: 'rustic table', filters: { Colour: ['Blue', 'Sand'], Material: ['Oak'] } },
  { query: 'glass bowl 1203' },
  { query: 'folding stool', inStock: true, minimumRating: 3 },
];
const rounds = 15;

async function timed(works: readonly (() => Promise<unknown>)[]): Promise<Speed> {
  const times: number[] = [];
  for (let round = -3; round < rounds; round += 1) {
    for (const work of works) {
      const from = performance.now();
      await work();
      if (round >= 0) times.push(performance.now() - from);
    }
  }
  times.sort((left, right) => left - right);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

const ask = (search: Search) => questions.map((question) => () => search.products(searchInput.parse(question)));

/** Our search beside the very same SQL sent to PostgreSQL by the bare driver: of each question all that it asks. */
export async function postgresSpeed({ db, postgres }: Engines): Promise<{ ours: Speed; raw: Speed }> {
  const { query } = db.pool;
  const send = (config: QueryConfig) => (query as (config: QueryConfig) => Promise<unknown>).call(db.pool, config);
  const raw: (() => Promise<void>)[] = [];
  for (const work of ask(postgres)) {
    const sent: QueryConfig[] = [];
    Object.assign(db.pool, {
      query: (config: QueryConfig) => {
        sent.push(config);
        return send(config);
      },
    });
    await work();
    Object.assign(db.pool, { query });
    raw.push(async () => {
      for (const config of sent) await send(config);
    });
  }
  return { raw: await timed(raw), ours: await timed(ask(postgres)) };
}

/** Suggestions as somebody types. */
export function suggestSpeed(search: Search): Promise<Speed> {
  const typed = ['oa', 'oak', 'oak ch', 'nordi', 'linen cus', 'glas', 'brasss mir'];
  return timed(typed.map((query) => () => search.suggest({ query })));
}

/** Our search beside the very same requests sent to OpenSearch by `fetch`; `bodies` are those of each question. */
export async function openSearchSpeed({ openSearch, node }: Engines, bodies: readonly (readonly string[])[]) {
  const send = async (body: string) => {
    const reply = await fetch(`${node.url}/mallhive-products/_search?request_cache=false`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    await reply.json();
  };
  const raw = await timed(
    bodies.map((own) => async () => {
      for (const body of own) await send(body);
    }),
  );
  return { raw, ours: await timed(ask(openSearch)) };
}

/** The requests that our search sends to OpenSearch for each of the questions. */
export async function recordedBodies(
  record: () => Promise<{ search: Search; bodies: string[]; stop(): Promise<void> }>,
) {
  const { search, bodies, stop } = await record();
  await search.connect();
  const recorded: string[][] = [];
  for (const work of ask(search)) {
    await work();
    recorded.push(bodies.splice(0));
  }
  await stop();
  return recorded;
}

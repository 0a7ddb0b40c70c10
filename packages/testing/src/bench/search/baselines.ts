import type { SearchableProduct } from '@mallhive/search/ports';
import type pg from 'pg';
import type { Finder } from './quality.ts';

/** PostgreSQL's full text search as its manual shows it: one vector, `plainto_tsquery`, `ts_rank`. */
export async function plainPostgres(pool: pg.Pool, products: readonly SearchableProduct[]): Promise<Finder> {
  await pool.query('create table public.plain_search (title text, words tsvector)');
  await pool.query(
    `insert into public.plain_search select title, to_tsvector('english', title || ' ' || body) from unnest($1::text[], $2::text[]) as x (title, body)`,
    [products.map(({ title }) => title), products.map(({ description }) => description)],
  );
  await pool.query('create index on public.plain_search using gin (words)');
  return async (query) => {
    const { rows } = await pool.query(
      `select title from public.plain_search, plainto_tsquery('english', $1) q where words @@ q order by ts_rank(words, q) desc limit 10`,
      [query],
    );
    return rows.map(({ title }) => title);
  };
}

const post = async (url: string, body: string, type = 'application/json') => {
  const reply = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}: ${(await reply.text()).slice(0, 300)}`);
  return reply.json();
};

/** OpenSearch as it comes: fields made by themselves, BM25, `multi_match`. */
export async function plainOpenSearch(url: string, products: readonly SearchableProduct[]): Promise<Finder> {
  const lines = products.flatMap(({ title, description }) => [
    JSON.stringify({ index: {} }),
    JSON.stringify({ title, description }),
  ]);
  await post(`${url}/plain/_bulk?refresh=true`, `${lines.join('\n')}\n`, 'application/x-ndjson');
  return async (query) => {
    const answer = (await post(
      `${url}/plain/_search`,
      JSON.stringify({ size: 10, query: { multi_match: { query, fields: ['title', 'description'] } } }),
    )) as { hits: { hits: { _source: { title: string } }[] } };
    return answer.hits.hits.map(({ _source }) => _source.title);
  };
}

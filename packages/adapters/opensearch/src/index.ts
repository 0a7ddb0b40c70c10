import type { IndexRebuild, IndexReply, IndexRow, SearchIndex, WordCorrection } from '@mallhive/search/ports';
import { Client, ConnectionPool } from '@opensearch-project/opensearch';
import { indexBody } from './mapping.ts';
import { searchBody } from './search-body.ts';
import { correctBody, fuzzyBody, suggestBody } from './suggest-body.ts';
import { toDocument } from './to-document.ts';

export interface OpenSearchOptions {
  /** `https://search.example:9200` */
  url: string;
  username?: string | undefined;
  password?: string | undefined;
  /** The name that searches ask; the indexes behind it carry it too. */
  alias?: string;
  /** A search that takes longer counts as failed. */
  searchTimeoutMs?: number;
}

type Counts = { buckets: { key: number; doc_count: number }[] };
interface Hits {
  hits: { total?: { value: number }; hits: { fields: { id: [string] } }[] };
}
interface SearchAnswer extends Hits {
  aggregations: Record<
    string,
    { doc_count: number; values?: Counts; min?: { value: number | null }; max?: { value: number | null } }
  >;
}
interface CorrectAnswer {
  suggest: Record<string, { options: { text: string; score: number; freq: number }[] }[]>;
  aggregations: { known: { buckets: Record<string, { doc_count: number }> } };
}
type BulkItem = { status: number; error?: { type: string; reason: string } };

const writeTimeoutMs = 30_000;
/** So many rows are an edit, which should be found at once; more are an import, which waits for the next refresh. */
const edit = 200;

const idsOf = ({ hits }: Hits) => hits.hits.map(({ fields }) => fields.id[0]);
const pairs = (counts: Counts | undefined): [number, number][] =>
  (counts?.buckets ?? []).map(({ key, doc_count }) => [key, doc_count]);

/** Who asks decides when to try again; the client's own minute of refusing would only be added to that. */
class SteadyPool extends ConnectionPool {
  override markDead(): this {
    return this;
  }
}

/** Products in OpenSearch 2.19 or 3: an alias over one index, which a rebuild replaces. */
export function createOpenSearchIndex(options: OpenSearchOptions): SearchIndex {
  const { url, username, password, alias = 'mallhive-products', searchTimeoutMs = 1_500 } = options;
  const client = new Client({
    node: url,
    ...(username && { auth: { username, password: password ?? '' } }),
    maxRetries: 0,
    ConnectionPool: SteadyPool,
    requestTimeout: searchTimeoutMs,
  });
  const slow = { requestTimeout: writeTimeoutMs };
  // The client's types of requests follow the specification less closely than the server does.
  const ask = async <Answer>(body: Record<string, unknown>): Promise<Answer> =>
    (await client.search({ index: alias, body, request_cache: false })).body as unknown as Answer;

  async function bulk(target: string, rows: readonly IndexRow[], removedIds: readonly string[], live: boolean) {
    if (rows.length + removedIds.length === 0) return;
    const operations = [
      ...rows.flatMap((row) => [
        { index: { _id: row.id, version: row.revision, version_type: 'external_gte' } },
        toDocument(row),
      ]),
      ...removedIds.map((id) => ({ delete: { _id: id } })),
    ];
    const refresh = live && rows.length + removedIds.length <= edit;
    const reply = await client.bulk({ index: target, require_alias: live, refresh, body: operations as never }, slow);
    const items = reply.body.items as unknown as Record<string, BulkItem>[];
    for (const item of items) {
      const [[verb = '', { status = 0, error } = { status: 0 }] = []] = Object.entries(item);
      // Somebody wrote a newer one, or it was gone already.
      const harmless = status < 300 || status === 409 || (verb === 'delete' && status === 404 && !error);
      if (!harmless) throw new Error(`OpenSearch refused a document: ${error?.type} ${error?.reason}`);
    }
  }

  async function rebuild(): Promise<IndexRebuild> {
    const name = `${alias}-${Date.now().toString(36)}`;
    await client.indices.create({ index: name, body: indexBody as never }, slow);
    return {
      write: (rows) => bulk(name, rows, [], false),
      finish: async () => {
        await client.indices.refresh({ index: name }, slow);
        const all = (await client.indices.get({ index: `${alias}-*` }, slow)).body as Record<
          string,
          { aliases?: object }
        >;
        const old = Object.keys(all).filter((other) => other !== name);
        const before = old.filter((other) => alias in (all[other]?.aliases ?? {}));
        const actions = [{ add: { index: name, alias } }, ...before.map((index) => ({ remove: { index, alias } }))];
        await client.indices.updateAliases({ body: { actions } }, slow);
        if (old.length > 0) await client.indices.delete({ index: old.join(','), ignore_unavailable: true }, slow);
      },
      abandon: async () => {
        await client.indices.delete({ index: name, ignore_unavailable: true }, slow).catch(() => undefined);
      },
    };
  }

  return {
    name: 'OpenSearch',
    search: async (query): Promise<IndexReply> => {
      const answer = await ask<SearchAnswer>(searchBody(query));
      const { matched, shown, price, ...own } = answer.aggregations;
      return {
        matched: matched?.doc_count ?? 0,
        total: answer.hits.total?.value ?? 0,
        ids: idsOf(answer),
        priceRange: { min: price?.min?.value ?? null, max: price?.max?.value ?? null },
        counts: pairs(shown?.values),
        withoutOwn: {
          categories: query.categories && pairs(own['own-categories']?.values),
          sellers: query.sellers && pairs(own['own-sellers']?.values),
          attributes: query.attributes.map((_, index) => pairs(own[`own-attribute-${index}`]?.values)),
        },
      };
    },
    suggest: async (input) => {
      const ids = idsOf(await ask<Hits>(suggestBody(input)));
      return ids.length > 0 ? ids : idsOf(await ask<Hits>(fuzzyBody(input)));
    },
    correct: async (words, locale) => {
      const { suggest, aggregations } = await ask<CorrectAnswer>(correctBody(words, locale));
      return words.map((word, index): WordCorrection => {
        const documents = aggregations.known.buckets[index]?.doc_count ?? 0;
        const options = Object.entries(suggest)
          .filter(([name]) => name.startsWith(`${index}-`))
          .flatMap(([, [entry]]) => entry?.options ?? [])
          .filter(({ text }, place, all) => all.findIndex((other) => other.text === text) === place)
          .sort((left, right) => right.score - left.score || right.freq - left.freq);
        const candidates = options.map(({ text, freq }) => ({ word: text, documents: freq }));
        return { word, known: documents > 0, documents, candidates };
      });
    },
    write: (rows, removedIds) => bulk(alias, rows, removedIds, true),
    rebuild,
    state: async () => ((await client.indices.existsAlias({ name: alias })).body ? 'ready' : 'empty'),
    close: () => client.close(),
  };
}

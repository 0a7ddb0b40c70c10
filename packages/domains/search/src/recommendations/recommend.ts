import { defaultLocale, newId } from '@mallhive/kernel';
import type { z } from 'zod';
import type { RailReason, recommendInput, recommendOutput } from '../contract.ts';
import type { Database } from '../database.repository.ts';
import type { FoundCard } from '../engine.ts';
import { toHit } from '../hit.ts';
import type { SearchPorts } from '../ports.ts';
import { findAlsoBought, findByIds, findSimilar, findTrending } from '../recommend.repository.ts';
import type { RailKind, Recommender } from './ports.ts';
import { keepRail, type RailRequest, readBoughtLately, readChosen, readRail } from './rail.repository.ts';
import { within } from './within.ts';

type Input = z.output<typeof recommendInput>;
type Output = z.infer<typeof recommendOutput>;
interface Rail {
  rows: FoundCard[];
  reason: RailReason;
}

export interface RecommendTools {
  db: Database;
  ports: SearchPorts;
  /** Asked first, when there is one. */
  recommender: Recommender | null;
  /** What was popular when it was last read, by language and currency: shown when nothing can be read in time. */
  popularNow: Map<string, FoundCard[]>;
}

/** Fewer than this would look like a mistake on the page. */
const shortestRail = 4;
/** An outside choice and what is similar are asked for more than is shown: some are sold out. */
const spare = 3;

/** A rail for a page, in 250 ms or with what is popular. Empty when there is nothing sensible. */
export async function recommend(tools: RecommendTools, input: Input, userId: string | null = null): Promise<Output> {
  const { ports } = tools;
  const request: RailRequest = {
    locale: input.locale ?? defaultLocale,
    currency: input.currency ?? ports.currency,
    userId,
    without: [],
    now: ports.clock.now(),
    limit: input.limit,
  };
  const about = [...(input.productId ? [input.productId] : []), ...(input.productIds ?? [])];
  const { rows, reason } =
    (await chosenOutside(tools, input, about, request)) ??
    (await within(
      () => ownRail(tools, input, about, request),
      (error) => {
        ports.logger.warn({ err: error, rail: input.kind }, 'No recommendations in time: what is popular is shown');
        const popular = tools.popularNow.get(`${request.locale} ${request.currency}`) ?? [];
        return { rows: input.kind === 'recently-viewed' ? [] : popular.slice(0, input.limit), reason: 'trending' };
      },
    ));
  return { items: rows.map((row) => toHit(row, request.currency)), reason };
}

const reasons: Record<RailKind, RailReason> = {
  'also-bought': 'also-bought',
  'bought-together': 'bought-together',
  similar: 'similar',
  'for-you': 'for-you',
  cart: 'cart',
  trending: 'trending',
};

/** Null: there is nobody to ask, or no useful answer; the shop's own rails are asked then. */
async function chosenOutside(
  { db, ports, recommender }: RecommendTools,
  { kind, category, limit }: Input,
  about: string[],
  request: RailRequest,
): Promise<Rail | null> {
  if (!recommender || kind === 'recently-viewed' || category) return null;
  const { userId } = request;
  return within<Rail | null>(
    async (signal) => {
      const ids = await recommender.recommend({ kind, userId, productIds: about, limit: limit * spare }, signal);
      const rows = await readChosen(db, ids, { ...request, without: about });
      return rows.length >= shortestRail ? { rows, reason: reasons[kind] } : null;
    },
    (error) => {
      ports.logger.warn({ err: error, rail: kind }, `${recommender.name} does not answer: the shop recommends`);
      return null;
    },
  );
}

async function ownRail(tools: RecommendTools, input: Input, about: string[], request: RailRequest): Promise<Rail> {
  const { db } = tools;
  const { kind, limit, category } = input;
  const [first] = about;
  switch (kind) {
    case 'recently-viewed':
      return { rows: await findByIds(db, request, about, limit), reason: 'recently-viewed' };
    case 'trending': {
      const rows = category ? await readRail(db, kind, [category], request) : [];
      return rows.length > 0 ? { rows, reason: 'trending-category' } : popular(tools, request);
    }
    case 'bought-together':
      return { rows: first ? await readRail(db, kind, [first], request) : [], reason: 'bought-together' };
    case 'similar':
      return { rows: first ? await similarTo(tools, first, request) : [], reason: 'similar' };
    case 'also-bought':
      return first ? alsoBought(tools, about, first, request) : { rows: [], reason: 'also-bought' };
    case 'cart': {
      if (!first) return popular(tools, request);
      const { rows } = await alsoBought(tools, about, first, request);
      return { rows, reason: 'cart' };
    }
    case 'for-you':
      return forShopper(tools, about, request);
  }
}

/** What the night computed; of a product that is newer, what orders said since, filled with what is similar. */
async function alsoBought(tools: RecommendTools, about: string[], first: string, request: RailRequest): Promise<Rail> {
  const { db } = tools;
  const { limit } = request;
  const stored = await readRail(db, 'also-bought', about, { ...request, without: about });
  const bought = stored.length > 0 ? stored : fewOfEach(await findAlsoBought(db, request, about, limit * spare), limit);
  if (bought.length >= shortestRail) return { rows: bought, reason: 'also-bought' };
  const known = new Set([...about, ...bought.map(({ card }) => card.id)]);
  const more = (await similarTo(tools, first, request)).filter(({ card }) => !known.has(card.id));
  return { rows: [...bought, ...more].slice(0, limit), reason: 'goes-well' };
}

/** Computed when first asked for, then kept until the next night. */
async function similarTo({ db }: RecommendTools, productId: string, request: RailRequest): Promise<FoundCard[]> {
  const stored = await readRail(db, 'similar', [productId], request);
  if (stored.length > 0) return stored;
  const found = await findSimilar(db, request, productId, [], request.limit * spare);
  if (found.length > 0) {
    const productIds = found.map(({ card }) => card.id);
    await keepRail(db, { kind: 'similar', owner: productId, productIds, runId: newId(), at: request.now });
  }
  return fewOfEach(found, request.limit);
}

/** Their own rail; before the first night with them what goes with what they bought or looked at; else what is popular. */
async function forShopper(tools: RecommendTools, seen: string[], request: RailRequest): Promise<Rail> {
  const { db } = tools;
  const { userId } = request;
  const own = userId ? await readRail(db, 'for-you', [userId], request) : [];
  if (own.length >= shortestRail) return { rows: own, reason: 'for-you' };
  const bought = userId ? await readBoughtLately(db, userId) : [];
  for (const [about, reason] of [
    [bought, 'for-you-bought'],
    [seen, 'for-you-seen'],
  ] as const) {
    const rows = about.length > 0 ? await readRail(db, 'also-bought', about, { ...request, without: about }) : [];
    if (rows.length >= shortestRail) return { rows, reason };
  }
  return popular(tools, request);
}

async function popular({ db, popularNow }: RecommendTools, request: RailRequest): Promise<Rail> {
  const rows = fewOfEach(await findTrending(db, request, request.limit * spare), request.limit);
  popularNow.set(`${request.locale} ${request.currency}`, rows);
  return { rows, reason: 'trending' };
}

/** No seller has more than a third of a rail (and may have four), unless all are of one. */
function fewOfEach(rows: FoundCard[], limit: number): FoundCard[] {
  const counts = new Map<string, number>();
  const most = new Set(rows.map(({ card }) => card.seller.slug)).size > 1 ? Math.max(4, Math.ceil(limit / 3)) : limit;
  const kept = rows.filter(({ card }) => {
    const count = (counts.get(card.seller.slug) ?? 0) + 1;
    counts.set(card.seller.slug, count);
    return count <= most;
  });
  return kept.slice(0, limit);
}

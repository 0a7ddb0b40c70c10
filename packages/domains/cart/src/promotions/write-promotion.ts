import { type Currency, currencies, money } from '@mallhive/kernel';
import type { z } from 'zod';
import { auditActor } from '../audit-actor.ts';
import type { Deps } from '../deps.ts';
import { assertManager, assertMember, type StockActor } from '../owner.ts';
import type {
  Promotion,
  promotionsInput,
  savePromotionInput,
  saveShopPromotionInput,
  setPromotionStatusInput,
  setShopPromotionStatusInput,
} from './contract.ts';
import { codeTaken, limitBelowUses, promotionChanged, promotionLimit, promotionNotFound } from './errors.ts';
import type { PromotionWithFigures } from './promotion.repository.ts';

/** An administrator, for promotions of the whole shop. */
export interface ShopActor {
  id: string;
}
type Actor = Parameters<Deps['promotions']['save']>[2];

function stateOf(row: PromotionWithFigures, now: Date): Promotion['state'] {
  if (row.status !== 'active') return row.status;
  if (row.endsAt && new Date(row.endsAt) <= now) return 'ended';
  return new Date(row.startsAt) > now ? 'scheduled' : 'active';
}

function view(row: PromotionWithFigures, now: Date): Promotion {
  const { sellerId: _, automatic: __, status: ___, used: ____, overLimit, held, taken, saved, ...rules } = row;
  return {
    ...rules,
    currencies: row.currencies as Currency[],
    startsAt: new Date(row.startsAt).toISOString(),
    endsAt: row.endsAt ? new Date(row.endsAt).toISOString() : null,
    state: stateOf(row, now),
    uses: { held, taken, overLimit },
    saved: currencies.flatMap((currency) => (saved[currency] ? [money(saved[currency], currency)] : [])),
  };
}

async function list(deps: Deps, sellerId: string | null): Promise<{ promotions: Promotion[] }> {
  const rows = await deps.promotions.list(sellerId);
  return { promotions: rows.map((row) => view(row, deps.clock.now())) };
}

async function read(deps: Deps, id: string, sellerId: string | null): Promise<{ promotion: Promotion }> {
  const row = await deps.promotions.find(id, sellerId);
  if (!row) throw promotionNotFound();
  return { promotion: view(row, deps.clock.now()) };
}

async function save(deps: Deps, input: z.output<typeof saveShopPromotionInput>, by: Actor) {
  const { version, ...draft } = input;
  const codes = [...new Set(draft.codes)].toSorted();
  const startsAt = new Date(draft.startsAt).toISOString();
  const endsAt = draft.endsAt && new Date(draft.endsAt).toISOString();
  const done = await deps.promotions.save({ ...draft, codes, startsAt, endsAt }, version, by);
  if (done.outcome === 'not_found') throw promotionNotFound();
  if (done.outcome === 'changed') throw promotionChanged(done.version);
  if (done.outcome === 'code_taken') throw codeTaken(done.codes);
  if (done.outcome === 'below_uses') throw limitBelowUses(done.used);
  if (done.outcome === 'limit') throw promotionLimit();
  return read(deps, input.id, by.sellerId);
}

async function setStatus(deps: Deps, { id, status }: z.output<typeof setShopPromotionStatusInput>, by: Actor) {
  if (!(await deps.promotions.setStatus(id, status, by))) throw promotionNotFound();
  return read(deps, id, by.sellerId);
}

export async function readPromotions(deps: Deps, actor: StockActor, { sellerId }: z.output<typeof promotionsInput>) {
  assertMember(actor, sellerId);
  return list(deps, sellerId);
}

/** A seller bears what they promise. */
export async function savePromotion(deps: Deps, actor: StockActor, input: z.output<typeof savePromotionInput>) {
  const { sellerId, ...draft } = input;
  assertManager(actor, sellerId);
  const by = { sellerId, actor: auditActor(actor), now: deps.clock.now() };
  return save(deps, { ...draft, bearer: 'seller' }, by);
}

export async function setPromotionStatus(
  deps: Deps,
  actor: StockActor,
  input: z.output<typeof setPromotionStatusInput>,
) {
  assertManager(actor, input.sellerId);
  return setStatus(deps, input, { sellerId: input.sellerId, actor: auditActor(actor), now: deps.clock.now() });
}

const shop = (deps: Deps, { id }: ShopActor): Actor => ({
  sellerId: null,
  actor: { kind: 'administrator', userId: id },
  now: deps.clock.now(),
});

/** The edge has checked that it is an administrator who asks; so for the two below. */
export const readShopPromotions = (deps: Deps) => list(deps, null);

export function saveShopPromotion(deps: Deps, actor: ShopActor, input: z.output<typeof saveShopPromotionInput>) {
  return save(deps, input, shop(deps, actor));
}

export function setShopPromotionStatus(
  deps: Deps,
  actor: ShopActor,
  input: z.output<typeof setShopPromotionStatusInput>,
) {
  return setStatus(deps, input, shop(deps, actor));
}

import type { z } from 'zod';
import { type Actor, assertMember } from '../actor.ts';
import type { Database } from '../database.repository.ts';
import { periodWrong } from '../errors.ts';
import type {
  funnelOutput,
  productsOutput,
  sellerFunnelInput,
  sellerProductsInput,
  shopFunnelInput,
  shopProductsInput,
} from './figures.contract.ts';
import { type Days, readFunnelRows, readFunnelTotal, readProducts } from './figures.repository.ts';

const dayMs = 86_400_000;
const longest = 400;

/** The same number of days just before. */
export function daysBefore({ from, to }: Days): Days {
  const length = Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  return { from: day(Date.parse(from) - length * dayMs), to: day(Date.parse(from) - dayMs) };
}

export function assertPeriod({ from, to }: Days): void {
  const length = (Date.parse(to) - Date.parse(from)) / dayMs;
  if (!(length >= 0 && length < longest)) throw periodWrong();
}

export async function shopFunnel(
  db: Database,
  input: z.output<typeof shopFunnelInput>,
): Promise<z.infer<typeof funnelOutput>> {
  assertPeriod(input);
  const sellerId = input.sellerId ?? null;
  const [total, before, rows] = await Promise.all([
    readFunnelTotal(db, sellerId, input),
    readFunnelTotal(db, sellerId, daysBefore(input)),
    readFunnelRows(db, sellerId, input, input.by),
  ]);
  return { total, before, rows };
}

/** A seller's own: visits that met their products. */
export async function sellerFunnel(db: Database, actor: Actor, input: z.output<typeof sellerFunnelInput>) {
  assertMember(actor, input.sellerId);
  return shopFunnel(db, input);
}

export async function shopProducts(
  db: Database,
  currency: z.infer<typeof productsOutput>['currency'],
  input: z.output<typeof shopProductsInput>,
): Promise<z.infer<typeof productsOutput>> {
  assertPeriod(input);
  return { currency, products: await readProducts(db, input.sellerId ?? null, input, { ...input, currency }) };
}

export async function sellerProducts(
  db: Database,
  currency: z.infer<typeof productsOutput>['currency'],
  actor: Actor,
  input: z.output<typeof sellerProductsInput>,
) {
  assertMember(actor, input.sellerId);
  return shopProducts(db, currency, input);
}

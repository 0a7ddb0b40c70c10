import type { Random } from './random.ts';

/** Shop prices end as people expect: under five pounds in tens, then .50 and .95, whole pounds above sixty. */
export function shopPrice(pounds: number): number {
  if (pounds < 5) return Math.max(60, Math.round(pounds * 10) * 10 - (pounds > 1 ? 5 : 0));
  if (pounds < 60) {
    const whole = Math.floor(pounds);
    return whole * 100 + (pounds - whole < 0.34 ? 0 : pounds - whole < 0.72 ? 50 : 95);
  }
  return Math.round(pounds) * 100;
}

/** Units on the shelf: mostly plenty, some nearly gone, some sold out. */
export function shelfStock(random: Random): number {
  const kind = random.next();
  if (kind < 0.05) return 0;
  if (kind < 0.15) return random.int(1, 4);
  if (kind < 0.5) return random.int(8, 30);
  return random.int(31, 140);
}

/** What a seller asks for on the continent: a little more than the bare exchange, ending in .95. */
export function euroPrice(price: number, compareAt: number | null): { amount: number; compareAt: number | null } {
  const euros = (pence: number) => Math.max(95, Math.ceil((pence * 1.22) / 100) * 100 - 5);
  const amount = euros(price);
  const before = compareAt === null ? null : euros(compareAt);
  return { amount, compareAt: before !== null && before > amount ? before : null };
}

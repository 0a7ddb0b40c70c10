import type { RatesRepository, RulesDocument } from './rates.repository.ts';
import { offerKey, type Rates, type TaxZone } from './rates.ts';

function taxZoneOf({ pricesIncludeTax, rates }: RulesDocument['taxZones'][number]): TaxZone {
  return { pricesIncludeTax, rates: Map.groupBy(rates, ({ taxClass }) => taxClass) };
}

/** The document as the rules look things up. */
export function ratesOf({ taxZones, shippingZones, offers }: RulesDocument): Rates {
  return {
    taxZones: new Map(
      taxZones.flatMap((zone) => {
        const rules = taxZoneOf(zone);
        return zone.countries.map((country) => [country, rules] as const);
      }),
    ),
    shippingZones: new Map(
      shippingZones.flatMap(({ id, countries }) => countries.map((country) => [country, id] as const)),
    ),
    elsewhere: shippingZones.find((zone) => zone.elsewhere)?.id ?? null,
    offers: new Map(offers.map((offer) => [offerKey(offer.zoneId, offer.method, offer.sellerId), offer])),
  };
}

/** For how long another process may still ask what was asked before a change. */
const trustedMs = 3_000;

/**
 * All rules in memory, so that a quote asks the database nothing: their version is looked up every few seconds, they are
 * read again when it has grown. `forget` is for whoever changed them in this process.
 */
export function createSnapshot(repository: RatesRepository, monotonicMs: () => number = () => performance.now()) {
  let kept: { version: number; rates: Rates; checkedAt: number } | null = null;
  let underWay: Promise<Rates> | null = null;
  let changes = 0;

  const refresh = async (): Promise<Rates> => {
    const before = changes;
    const began = monotonicMs();
    // What was read before a change was committed must be looked at again.
    const at = () => (before === changes ? began : Number.NEGATIVE_INFINITY);
    if (kept && kept.version === (await repository.version())) {
      kept.checkedAt = at();
      return kept.rates;
    }
    const document = await repository.read();
    const rates = ratesOf(document);
    kept = { version: document.version, rates, checkedAt: at() };
    return rates;
  };
  return {
    rates(): Rates | Promise<Rates> {
      if (kept && monotonicMs() - kept.checkedAt < trustedMs) return kept.rates;
      underWay ??= refresh().finally(() => {
        underWay = null;
      });
      return underWay;
    },
    forget(): void {
      changes += 1;
      if (kept) kept.checkedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

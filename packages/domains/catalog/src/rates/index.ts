import type { z } from 'zod';
import { type Actor, asAdministrator, assertAdministrator } from '../actor.ts';
import type { exchangeRatesOutput, setExchangeRatesInput } from '../contract.ts';
import type { Database } from '../database.repository.ts';
import { rateInvalid } from '../errors.ts';
import type { CatalogPorts } from '../ports.ts';
import { type Rate, readRates, saveRates } from './rates.repository.ts';

type Output = Promise<z.infer<typeof exchangeRatesOutput>>;

/** Exchange rates, which prices are converted by where a seller set none; part of the catalog's facade. */
export function createRates(db: Database, ports: CatalogPorts) {
  return {
    exchangeRates: async (actor: Actor): Output => {
      assertAdministrator(actor);
      return { rates: await readRates(db) };
    },
    setExchangeRates: async (actor: Actor, { rates }: z.output<typeof setExchangeRatesInput>): Output => {
      assertAdministrator(actor);
      if (rates.some(({ rate }) => Number(rate) === 0)) throw rateInvalid();
      const at = ports.clock.now();
      const map = (list: readonly Rate[]) => Object.fromEntries(list.map(({ currency, rate }) => [currency, rate]));
      const saved = await saveRates(db, rates, at, (before, after) => ({
        actor: asAdministrator(actor),
        sellerId: null,
        action: 'rates.update',
        objectType: 'rates',
        objectId: 'exchange-rates',
        changes: { rates: [map(before), map(after)] },
        at,
      }));
      return { rates: saved };
    },
  };
}

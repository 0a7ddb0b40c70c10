import { newId } from '@mallhive/kernel';
import type { z } from 'zod';
import { auditActor } from './audit-actor.ts';
import type {
  createLocationInput,
  stockLocationsInput,
  stockLocationsOutput,
  updateLocationInput,
} from './contract-stock.ts';
import type { Deps } from './deps.ts';
import { locationHoldsStock, locationIsMain, locationLimit, locationNameTaken, locationNotFound } from './errors.ts';
import { assertManager, assertMember, type StockActor } from './owner.ts';

type Locations = Promise<z.output<typeof stockLocationsOutput>>;

const refusals = {
  name_taken: locationNameTaken,
  limit: locationLimit,
  holds_stock: locationHoldsStock,
  main: locationIsMain,
  not_found: locationNotFound,
} as const;

export async function readLocations(
  deps: Deps,
  actor: StockActor,
  { sellerId }: z.output<typeof stockLocationsInput>,
): Locations {
  assertMember(actor, sellerId);
  return { locations: await deps.locations.list(sellerId, deps.clock.now()) };
}

export async function createLocation(
  deps: Deps,
  actor: StockActor,
  { sellerId, name }: z.output<typeof createLocationInput>,
): Locations {
  assertManager(actor, sellerId);
  const now = deps.clock.now();
  const done = await deps.locations.create({ id: newId(), sellerId, name, actor: auditActor(actor), now });
  if (done !== 'done') throw refusals[done]();
  return readLocations(deps, actor, { sellerId });
}

export async function updateLocation(
  deps: Deps,
  actor: StockActor,
  { sellerId, locationId, name, active }: z.output<typeof updateLocationInput>,
): Locations {
  assertManager(actor, sellerId);
  const now = deps.clock.now();
  const done = await deps.locations.update({ sellerId, locationId, name, active, actor: auditActor(actor), now });
  if (done !== 'done') throw refusals[done]();
  return readLocations(deps, actor, { sellerId });
}

import { changedFields } from '@mallhive/kernel';
import type { z } from 'zod';
import { type Actor, assertAdministrator } from './actor.ts';
import type { deleteZoneInput, saveTaxClassInput, saveTaxZoneInput } from './contract.ts';
import { taxClassUnknown, zoneNotFound } from './errors.ts';
import type { RatesRepository } from './rates.repository.ts';
import { assertRoom, findZone } from './zones.ts';

export async function saveTaxZone(
  repository: RatesRepository,
  actor: Actor,
  input: z.output<typeof saveTaxZoneInput>,
  at: Date,
): Promise<void> {
  const by = assertAdministrator(actor);
  await repository.edit(async (editor) => {
    const { taxZones, taxClasses } = editor.rules;
    const before = findZone(taxZones, input);
    const id = assertRoom(taxZones, input);
    const unknown = input.rates
      .map(({ taxClass }) => taxClass)
      .filter((code) => !taxClasses.some((c) => c.code === code));
    if (unknown.length > 0) throw taxClassUnknown([...new Set(unknown)]);
    const { name, pricesIncludeTax } = input;
    const rates = input.rates.toSorted(
      (left, right) => left.taxClass.localeCompare(right.taxClass) || right.validFrom.localeCompare(left.validFrom),
    );
    const zone = { id, version: input.version, name, pricesIncludeTax, countries: input.countries.toSorted(), rates };
    await editor.saveTaxZone(zone, at);
    const nothing = { ...zone, name: '', pricesIncludeTax: true, countries: [], rates: [] };
    const changes = changedFields(before ?? nothing, zone, ['name', 'pricesIncludeTax', 'countries', 'rates']);
    const action = before ? 'tax-zone.update' : 'tax-zone.create';
    await editor.audit({ actor: by, sellerId: null, action, objectType: 'tax-zone', objectId: id, changes, at });
  });
}

export async function deleteTaxZone(
  repository: RatesRepository,
  actor: Actor,
  input: z.output<typeof deleteZoneInput>,
  at: Date,
): Promise<void> {
  const by = assertAdministrator(actor);
  await repository.edit(async (editor) => {
    const zone = findZone(editor.rules.taxZones, input);
    if (!zone) throw zoneNotFound();
    await editor.deleteTaxZone(zone.id);
    const changes = { name: [zone.name, null], countries: [zone.countries, null] } as const;
    const about = { objectType: 'tax-zone', objectId: zone.id, changes };
    await editor.audit({ actor: by, sellerId: null, action: 'tax-zone.delete', ...about, at });
  });
}

export async function saveTaxClass(
  repository: RatesRepository,
  actor: Actor,
  { code, name }: z.output<typeof saveTaxClassInput>,
  at: Date,
): Promise<void> {
  const by = assertAdministrator(actor);
  await repository.edit(async (editor) => {
    const before = editor.rules.taxClasses.find((known) => known.code === code);
    await editor.saveTaxClass(code, name);
    const action = before ? 'tax-class.update' : 'tax-class.create';
    const changes = { name: [before?.name ?? null, name] } as const;
    await editor.audit({ actor: by, sellerId: null, action, objectType: 'tax-class', objectId: code, changes, at });
  });
}

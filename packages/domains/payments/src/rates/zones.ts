import { newId } from '@mallhive/kernel';
import { rulesChanged, zoneNameTaken, zoneNotFound, zoneOverlap } from './errors.ts';

interface Zone {
  id: string;
  version: number;
  name: string;
  countries: string[];
}

/** The zone as it was, null for a new one. Refuses what somebody else changed in the meantime. */
export function findZone<Known extends Zone>(
  zones: readonly Known[],
  { id, version }: { id: string | null; version: number },
): Known | null {
  if (id === null) return null;
  const zone = zones.find((candidate) => candidate.id === id);
  if (!zone) throw zoneNotFound();
  if (zone.version !== version) throw rulesChanged();
  return zone;
}

/** Names are unique and no country is in two zones; the database keeps both as well. Answers the id to write. */
export function assertRoom(
  zones: readonly Zone[],
  { id, name, countries }: { id: string | null; name: string; countries: readonly string[] },
): string {
  const others = zones.filter((zone) => zone.id !== id);
  if (others.some((zone) => zone.name.toLowerCase() === name.toLowerCase())) throw zoneNameTaken();
  const taken = new Set(others.flatMap((zone) => zone.countries));
  const twice = countries.filter((country) => taken.has(country));
  if (twice.length > 0) throw zoneOverlap(twice);
  return id ?? newId();
}

import type { z } from 'zod';
import { readHome } from './browse.repository.ts';
import type { homeOutput } from './contract.ts';
import type { Database } from './database.repository.ts';
import type { CatalogPorts } from './ports.ts';

const railLength = 12;

/** Root categories, best deals, newest, best rated and best sellers, in one statement. */
export function home(db: Database, ports: CatalogPorts): Promise<z.infer<typeof homeOutput>> {
  return readHome(db, ports.currency, railLength);
}

import type { z } from 'zod';
import { readHome } from './browse.repository.ts';
import type { Audience } from './card.ts';
import type { homeOutput } from './contract.ts';
import type { Database } from './database.repository.ts';

const railLength = 12;

/** Root categories, best deals, newest, best rated and best sellers, in one statement. */
export function home(db: Database, audience: Audience): Promise<z.infer<typeof homeOutput>> {
  return readHome(db, audience, railLength);
}

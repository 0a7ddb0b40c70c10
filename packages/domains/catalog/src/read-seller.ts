import type { z } from 'zod';
import { findSeller } from './browse.repository.ts';
import type { sellerOutput } from './contract.ts';
import type { Database } from './database.repository.ts';
import { sellerNotFound } from './errors.ts';

export async function readSeller(db: Database, slug: string): Promise<z.infer<typeof sellerOutput>> {
  const seller = await findSeller(db, slug);
  if (!seller) throw sellerNotFound();
  return { seller };
}

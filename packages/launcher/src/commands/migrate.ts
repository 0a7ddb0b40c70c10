import { readConfig } from '../config.ts';
import { startDatabase } from '../database.ts';
import { generate } from '../prepare-workspace.ts';

/** `npm run migrate`: brings the database up to date without starting the shop. */
export default async function migrate(): Promise<number> {
  await generate();
  const database = await startDatabase(readConfig(), { seed: false });
  await database.stop();
  return 0;
}

import { readConfig } from '../config.ts';
import { startDatabase } from '../database.ts';
import { generate } from '../prepare-workspace.ts';

/** `npm run seed`: fills an empty shop with the demo data without starting it. */
export default async function seed(): Promise<number> {
  await generate();
  const database = await startDatabase(readConfig(), { seed: true });
  await database.stop();
  return 0;
}

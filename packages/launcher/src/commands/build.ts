import { buildAll } from '../prepare-workspace.ts';

/** `npm run build`: every app's production build through Turborepo. */
export default async function build(): Promise<number> {
  await buildAll();
  return 0;
}

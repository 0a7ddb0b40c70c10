import { Problem } from '../bootstrap/problem.mjs';
import { say } from '../bootstrap/say.mjs';

/** One file a command; each answers the exit code. */
const commands: Record<string, () => Promise<{ default: (args: string[]) => Promise<number> }>> = {
  start: () => import('./commands/start.ts'),
  dev: () => import('./commands/dev.ts'),
  test: () => import('./commands/test.ts'),
  build: () => import('./commands/build.ts'),
  bench: () => import('./commands/bench.ts'),
  doctor: () => import('./commands/doctor.ts'),
  import: () => import('./commands/import.ts'),
  seed: () => import('./commands/seed.ts'),
  migrate: () => import('./commands/migrate.ts'),
  keys: () => import('./commands/keys.ts'),
  search: () => import('./commands/search.ts'),
  prove: () => import('./commands/prove.ts'),
  'bench-search': () => import('./commands/bench-search.ts'),
  e2e: () => import('./commands/e2e.ts'),
  'bench-shop': () => import('./commands/bench-shop.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
try {
  const load = commands[name];
  if (!load) throw new Problem(`Unknown command "${name}".`, `Use one of: ${Object.keys(commands).join(', ')}.`);
  process.exitCode = await (await load()).default(args);
} catch (error) {
  say.problem(error);
  process.exitCode = 1;
}

/** One file a command; each answers the exit code. */
export const commands: Record<string, () => Promise<{ default: (args: string[]) => Promise<number> }>> = {
  start: () => import('./start.ts'),
  dev: () => import('./dev.ts'),
  test: () => import('./test.ts'),
  build: () => import('./build.ts'),
  bench: () => import('./bench.ts'),
  doctor: () => import('./doctor.ts'),
  import: () => import('./import.ts'),
  seed: () => import('./seed.ts'),
  migrate: () => import('./migrate.ts'),
  keys: () => import('./keys.ts'),
  ledger: () => import('./ledger.ts'),
  search: () => import('./search.ts'),
  prove: () => import('./prove.ts'),
  'bench-search': () => import('./bench-search.ts'),
  e2e: () => import('./e2e.ts'),
  'bench-shop': () => import('./bench-shop.ts'),
};

import { readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles the API and its operations for production: our own TypeScript becomes one file per entry.
 * Packages from the registry stay outside, because some carry binaries or WebAssembly that they look for beside themselves.
 */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const operations = (await readdir(here('src/ops'))).filter((name) => /^(seed|import|migrate)\.ts$/.test(name));

const ours = {
  name: 'bundle-our-packages',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@mallhive/') ? undefined : { path, external: true },
    );
  },
};

await rm(here('dist'), { recursive: true, force: true });
await build({
  entryPoints: [here('src/main.ts'), ...operations.map((name) => here(`src/ops/${name}`))],
  outdir: here('dist'),
  outbase: here('src'),
  outExtension: { '.js': '.mjs' },
  entryNames: '[name]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [ours],
});

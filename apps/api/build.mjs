import { readdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles the API and its operations for production, with everything they import, so that a start reads a few files.
 * Outside stay the packages that look for binaries, WebAssembly or fonts beside themselves; package.json names them.
 */
const outside = [
  '@expo-google-fonts/noto-sans',
  '@expo-google-fonts/tajawal',
  '@node-rs/argon2',
  '@prisma/schema-engine-wasm',
  'pdfkit',
  'sharp',
];
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const operations = (await readdir(here('src/ops'))).filter((name) =>
  /^(seed|import|keys|ledger|migrate|search)\.ts$/.test(name),
);

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
  external: outside.flatMap((name) => [name, `${name}/*`]),
  // CommonJS packages in a module bundle still call require for Node's own modules.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
});

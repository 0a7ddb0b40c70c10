import { createHash } from 'node:crypto';
import { buildSync } from 'esbuild';
import { runtimeGlobals } from './webpack.ts';

export interface RuntimeScript {
  /** Address on every app's own origin; changes with the content. */
  path: string;
  body: Buffer;
}

let built: RuntimeScript | undefined;

/** The module federation runtime that all browser entries of a page share: its core, and what webpack's part needs. */
export function runtimeScript(): RuntimeScript {
  if (built) return built;
  const result = buildSync({
    stdin: {
      contents: `
        import * as core from '@module-federation/runtime-core';
        import bundler from '@module-federation/webpack-bundler-runtime';
        globalThis.${runtimeGlobals.core} = core;
        globalThis.${runtimeGlobals.bundler} = bundler;
      `,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { FEDERATION_OPTIMIZE_NO_SNAPSHOT_PLUGIN: 'true', ENV_TARGET: '"web"' },
  });
  const file = result.outputFiles[0];
  if (!file) throw new Error('esbuild wrote no runtime script');
  const body = Buffer.from(file.contents);
  built = { path: `/_mf/runtime/${createHash('sha256').update(body).digest('hex').slice(0, 16)}.js`, body };
  return built;
}

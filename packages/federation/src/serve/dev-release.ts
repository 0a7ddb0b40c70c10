import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isCompiling } from '../build/compiling.ts';
import { collectFiles, describeRelease } from '../build/release.ts';
import { scopeCss } from '../build/scope-css.ts';
import { builtStyles, remoteStyles, tailwindCli } from '../build/styles.ts';
import type { Manifest } from '../manifest.ts';
import type { RemoteConfig } from '../types.ts';
import type { ReleaseSource } from './releases.ts';

const settleMs = 700;

/** The development server's output as a release that changes with every edit. */
export function releaseInDevelopment(app: RemoteConfig, distDir: string): ReleaseSource {
  let latest: { manifest: Manifest; browser: Map<string, Buffer>; server: Map<string, Buffer> } | undefined;
  let builtAt = 0;
  const refresh = async () => {
    if (isCompiling()) return latest?.manifest;
    const changedAt = await lastChange(distDir);
    // The compiled files are still being copied to where they are served from, or styles are about to follow.
    if (latest && (changedAt === builtAt || Date.now() - changedAt < settleMs)) return latest.manifest;
    builtAt = changedAt;
    const files = await collectFiles(distDir);
    const css = builtStyles(distDir);
    if (existsSync(css)) {
      const scoped = scopeCss(await readFile(css, 'utf8'), app.name);
      const digest = createHash('sha256').update(scoped).digest('hex').slice(0, 16);
      files.browser.set(`static/css/${app.name}.${digest}.css`, Buffer.from(scoped));
    }
    const manifest = await describeRelease(app, distDir, files);
    latest = { manifest, ...files };
    return manifest;
  };
  return {
    current: () => refresh().catch(() => undefined), // nothing compiled yet, or in the middle of it
    async read(version, side, path) {
      return latest?.manifest.version === version ? latest[side].get(path) : undefined;
    },
  };
}

async function lastChange(distDir: string): Promise<number> {
  const watched = [
    'static/chunks/remoteEntry.js',
    'static/chunks/mf-manifest.json',
    'static/ssr',
    'static/ssr/remoteEntry.js',
  ];
  const times = [...watched.map((path) => join(distDir, path)), builtStyles(distDir)].map(async (path) =>
    existsSync(path) ? (await stat(path)).mtimeMs : 0,
  );
  const chunks = (await readdir(join(distDir, 'static/chunks'))).filter((name) =>
    name.startsWith('__federation_expose_'),
  );
  times.push(...chunks.map(async (name) => (await stat(join(distDir, 'static/chunks', name))).mtimeMs));
  return Math.max(...(await Promise.all(times)));
}

/** Keeps the remote's stylesheet up to date while its author edits. */
export async function watchStyles(appDir: string, distDir: string): Promise<ChildProcess | undefined> {
  if (!existsSync(remoteStyles(appDir))) return undefined;
  const output = builtStyles(distDir);
  await mkdir(dirname(output), { recursive: true });
  return spawn(process.execPath, [tailwindCli(), '-i', remoteStyles(appDir), '-o', output, '--watch=always'], {
    cwd: appDir,
    stdio: 'ignore',
  });
}

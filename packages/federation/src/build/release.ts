import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Manifest } from '../manifest.ts';
import type { RemoteConfig } from '../types.ts';
import { buildStyles } from './styles.ts';
import { entryFile } from './webpack.ts';

/** Releases kept on disk beside the current one, for pages that were rendered with them. */
const keepReleases = 3;

export const integrityOf = (body: string | Uint8Array) =>
  `sha384-${createHash('sha384').update(body).digest('base64')}`;
export const releasesDir = (appDir: string) => process.env.MALLHIVE_RELEASES_DIR || join(appDir, 'dist');

/** Chunks of the stand-alone pages, which no shell asks for. */
const ownPagesOnly =
  /\/pages\/|\/(main|main-app|polyfills|webpack|noop)-[^/]*\.js$|federated-stats|mf-stats|mf-manifest/;

async function filesBelow(dir: string): Promise<string[]> {
  if (!existsSync(dir)) return [];
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

interface FederationStats {
  exposes: { name: string; assets: { js: { sync: string[]; async: string[] } } }[];
}

export interface ReleaseFiles {
  browser: Map<string, Buffer>;
  server: Map<string, Buffer>;
}

/** What the shell may ask for, out of Next's output. */
export async function collectFiles(distDir: string): Promise<ReleaseFiles> {
  const files: ReleaseFiles = { browser: new Map(), server: new Map() };
  for (const dir of ['chunks', 'css', 'media']) {
    for (const file of await filesBelow(join(distDir, 'static', dir))) {
      const path = relative(distDir, file);
      if (!ownPagesOnly.test(`/${path}`) && !path.endsWith('.map')) files.browser.set(path, await readFile(file));
    }
  }
  const ssr = join(distDir, 'static/ssr');
  for (const file of await filesBelow(ssr)) {
    if (file.endsWith('.js') && !relative(ssr, file).startsWith('pages/'))
      files.server.set(relative(ssr, file), await readFile(file));
  }
  return files;
}

export const hashes = (files: Map<string, Buffer>) =>
  Object.fromEntries([...files].map(([path, body]) => [path, integrityOf(body)]));

/** The manifest of the given files. Styles are told by their name: the remote's own. */
export async function describeRelease(app: RemoteConfig, distDir: string, files: ReleaseFiles): Promise<Manifest> {
  const stats: FederationStats = JSON.parse(await readFile(join(distDir, 'static/chunks/mf-manifest.json'), 'utf8'));
  const styles = [...files.browser.keys()].filter((path) => path.startsWith(`static/css/${app.name}.`));
  const version = createHash('sha256')
    .update(JSON.stringify([hashes(files.browser), hashes(files.server), app.exposes]))
    .digest('hex')
    .slice(0, 16);
  const scriptsOf = (name: string) => stats.exposes.find((exposed) => exposed.name === name)?.assets.js.sync ?? [];
  return {
    schema: 1,
    name: app.name,
    version,
    modules: Object.fromEntries(
      Object.entries(app.exposes).map(([name, exposed]) => [
        name,
        {
          loader: Boolean(exposed.loader),
          uses: exposed.uses ?? [],
          texts: exposed.texts ?? null,
          scripts: scriptsOf(name),
          styles,
        },
      ]),
    ),
    texts: Boolean(app.texts),
    browser: { entry: entryFile, files: hashes(files.browser) },
    server: { entry: 'remoteEntry.js', files: hashes(files.server) },
  };
}

/** After `next build`: puts the release into an immutable folder named by its content's hash, and makes it current. */
export async function writeRelease(app: RemoteConfig, appDir: string, distDir: string): Promise<Manifest> {
  const files = await collectFiles(distDir);
  const css = await buildStyles(appDir, distDir, app.name);
  if (css) {
    const digest = createHash('sha256').update(css).digest('hex').slice(0, 16);
    files.browser.set(`static/css/${app.name}.${digest}.css`, Buffer.from(css));
  }
  const manifest = await describeRelease(app, distDir, files);
  const entry = files.browser.get(entryFile);
  if (!entry) throw new Error(`The build of ${app.name} has no ${entryFile}`);
  files.browser.set(entryFile, withIntegrity(app.name, manifest.version, manifest.browser.files, entry));
  manifest.browser.files = hashes(files.browser);
  await store(manifest, files, releasesDir(appDir));
  return manifest;
}

/** The page knows the hash of the entry; the entry brings the hashes of its chunks. */
export function withIntegrity(name: string, version: string, files: Record<string, string>, entry: Buffer): Buffer {
  const chunks = Object.entries(files).filter(([path]) => path.endsWith('.js') && path !== entryFile);
  const list = JSON.stringify(chunks.map(([path, hash]) => [path, hash.slice(7)]));
  const prefix = JSON.stringify(`/_mf/${name}/${version}/browser/`);
  const preamble = `(m=>{for(const[k,v]of${list})m[${prefix}+k]="sha384-"+v})(self.__mf_integrity??={});`;
  return Buffer.concat([Buffer.from(preamble), entry]);
}

async function store(manifest: Manifest, parts: ReleaseFiles, releases: string) {
  const folder = join(releases, manifest.version);
  if (!existsSync(folder)) {
    const partial = `${folder}.${process.pid}.partial`;
    for (const [side, files] of Object.entries(parts)) {
      for (const [path, body] of files) {
        const file = join(partial, side, path);
        await mkdir(join(file, '..'), { recursive: true });
        await writeFile(file, body);
      }
    }
    await writeFile(join(partial, 'manifest.json'), JSON.stringify(manifest));
    await rename(partial, folder);
  }
  await writeFile(join(releases, 'current.json.new'), JSON.stringify({ version: manifest.version }));
  await rename(join(releases, 'current.json.new'), join(releases, 'current.json'));
  await prune(releases, manifest.version);
}

async function prune(releases: string, current: string) {
  const old: { path: string; at: number }[] = [];
  for (const entry of await readdir(releases, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === current) continue;
    const path = join(releases, entry.name);
    old.push({ path, at: (await stat(path)).mtimeMs });
  }
  old.sort((a, b) => b.at - a.at);
  for (const { path } of old.slice(keepReleases)) await rm(path, { recursive: true });
}

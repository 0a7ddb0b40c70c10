import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import type { Release } from './download.ts';

const require = createRequire(import.meta.url);
/** An address that resolves nowhere: whatever is not in memory cannot be had. */
const origin = 'http://mallhive-release.invalid/';

/** What the compiled runtime plugin finds under its symbol, on the server. */
export class Bridge {
  readonly #releases = new Map<string, Release>();

  add(release: Release): string {
    const key = `${release.manifest.name}/${release.manifest.version}`;
    this.#releases.set(key, release);
    return `${origin}${key}/${release.manifest.server.entry}`;
  }

  remove(release: Release): void {
    this.#releases.delete(`${release.manifest.name}/${release.manifest.version}`);
  }

  /** Evaluates a verified server entry and returns the federation container it exports. */
  loadEntry(name: string, entry: string): unknown {
    const body = this.#body(entry);
    const module: { exports: Record<string, unknown> } = { exports: {} };
    const script = new Script(`(function(exports, module, require, __dirname, __filename) {${body}\n})`, {
      filename: entry,
    });
    // A directory that does not exist: the remote's chunks must come through read(), never from the disk.
    script.runInThisContext()(module.exports, module, require, `/mallhive-release/${name}`, entry);
    return module.exports[name] ?? module.exports;
  }

  read(url: string): Response {
    return new Response(this.#body(url));
  }

  #body(url: string): string {
    const [name, version, ...path] = url.startsWith(origin) ? url.slice(origin.length).split('/') : [];
    const file = this.#releases.get(`${name}/${version}`)?.server.get(path.filter((part) => part !== '..').join('/'));
    if (!file) throw new Error(`${url} is in no verified release`);
    return file.toString();
  }
}

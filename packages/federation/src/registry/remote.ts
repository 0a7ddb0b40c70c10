import { type Manifest, textsModule } from '../manifest.ts';
import type { Bridge } from './bridge.ts';
import { downloadRelease, fetchManifest, type Release } from './download.ts';
import type { FederationHost } from './host.ts';

/** Releases of which the browser files stay in memory beside the current one's. */
const keepInMemory = 2;

export interface ActiveRelease {
  release: Release;
  /** Exports of every exposed module and loader, ready to render synchronously. */
  modules: Map<string, Record<string, unknown>>;
}

export interface RemoteStatus {
  name: string;
  origin: string;
  version: string | null;
  reachable: boolean;
  error: string | null;
  checkedAt: string | null;
}

interface Dependencies {
  name: string;
  origin: string;
  bridge: Bridge;
  host: () => FederationHost | undefined;
  log: (message: string, fields?: Record<string, unknown>) => void;
  fetchManifest?: typeof fetchManifest;
  downloadRelease?: typeof downloadRelease;
}

/**
 * One remote as the shell sees it. A new release becomes current only when all of it was downloaded, verified and
 * loaded; until then, and whenever the remote fails, the last good one stays.
 */
export class Remote {
  readonly name: string;
  active: ActiveRelease | undefined;
  readonly #dependencies: Dependencies;
  readonly #kept: ActiveRelease[] = [];
  #downloaded: Release | undefined;
  #running: Promise<void> | undefined;
  #status: Omit<RemoteStatus, 'name' | 'origin' | 'version'> = { reachable: false, error: null, checkedAt: null };

  constructor(dependencies: Dependencies) {
    this.name = dependencies.name;
    this.#dependencies = dependencies;
  }

  status(): RemoteStatus {
    const { name, origin } = this.#dependencies;
    return { name, origin, version: this.active?.release.manifest.version ?? null, ...this.#status };
  }

  /** Current or kept: what a page that is still open somewhere may ask for. */
  release(version: string): ActiveRelease | undefined {
    return this.#kept.find(({ release }) => release.manifest.version === version);
  }

  /** Looks for a new release; calls that overlap share one run. Never throws. */
  check(): Promise<void> {
    this.#running ??= this.#check().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #check(): Promise<void> {
    const { name, origin, log } = this.#dependencies;
    try {
      const manifest = await (this.#dependencies.fetchManifest ?? fetchManifest)(origin, name);
      const before = this.active?.release.manifest.version;
      if (manifest.version !== before) await this.#take(manifest);
      if (this.#status.error) log('remote is well again', { remote: name });
      this.#status = { reachable: true, error: null, checkedAt: new Date().toISOString() };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (this.#status.error !== message) log('remote failed', { remote: name, origin, error: message });
      this.#status = { reachable: false, error: message, checkedAt: new Date().toISOString() };
    }
  }

  async #take(manifest: Manifest): Promise<void> {
    const { origin, host, log, name } = this.#dependencies;
    if (this.#downloaded?.manifest.version !== manifest.version) {
      this.#downloaded = await (this.#dependencies.downloadRelease ?? downloadRelease)(origin, manifest);
    }
    const runtime = host();
    if (!runtime) return; // No page of the shell has been loaded yet; the files wait.
    const next = await this.#load(runtime, this.#downloaded);
    const known = this.#kept.findIndex(({ release }) => release.manifest.version === manifest.version);
    if (known >= 0) this.#kept.splice(known, 1);
    this.#kept.unshift(next);
    for (const old of this.#kept.splice(keepInMemory + 1)) this.#dependencies.bridge.remove(old.release);
    this.active = next;
    this.#downloaded = undefined;
    log('remote release is live', { remote: name, version: manifest.version });
  }

  async #load(runtime: FederationHost, release: Release): Promise<ActiveRelease> {
    const { bridge, name } = this.#dependencies;
    const modules = new Map<string, Record<string, unknown>>();
    try {
      runtime.registerRemotes([{ name, entry: bridge.add(release) }], { force: true });
      for (const [module, { loader }] of Object.entries(release.manifest.modules)) {
        for (const id of loader ? [module, `${module}.loader`] : [module]) {
          const exports = await runtime.loadRemote(`${name}/${id}`);
          if (!exports || typeof exports !== 'object') throw new Error(`${id} exports nothing`);
          modules.set(id, exports as Record<string, unknown>);
        }
      }
      if (release.manifest.texts) {
        const exports = await runtime.loadRemote(`${name}/${textsModule}`);
        modules.set(textsModule, exports as Record<string, unknown>);
      }
      return { release, modules };
    } catch (error) {
      bridge.remove(release);
      const previous = this.active?.release;
      if (previous) runtime.registerRemotes([{ name, entry: bridge.add(previous) }], { force: true });
      throw error;
    }
  }
}

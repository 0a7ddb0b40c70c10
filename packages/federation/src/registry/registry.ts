import { assetPath, textsModule } from '../manifest.ts';
import { type PageRemotes, type Pin, splitModule } from '../pins.ts';
import type { ModuleId, PageTexts } from '../types.ts';
import { Bridge } from './bridge.ts';
import { federationHost } from './host.ts';
import { type ActiveRelease, Remote, type RemoteStatus } from './remote.ts';

export interface RegistryOptions {
  /** Name of the shell's own federation instance. */
  host: string;
  /** Name and origin of every remote; from configuration, never from a page. */
  remotes: Record<string, string>;
  pollMs: number;
  /** Off in development, where a release's files change under their names. */
  integrity: boolean;
  log: (message: string, fields?: Record<string, unknown>) => void;
}

/** The shell's view of all remotes; lives in the server process, outside of Next's bundles. */
export class Registry {
  readonly remotes = new Map<string, Remote>();
  readonly bridge = new Bridge();
  readonly #options: RegistryOptions;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #stopped = false;

  constructor(options: RegistryOptions) {
    this.#options = options;
    for (const [name, origin] of Object.entries(options.remotes)) {
      const host = () => federationHost(options.host);
      this.remotes.set(name, new Remote({ name, origin, host, bridge: this.bridge, log: options.log }));
    }
  }

  /** Each remote has its own rhythm, so that one that hangs holds nobody up; one that fails is asked more often. */
  start(): void {
    for (const remote of this.remotes.values()) {
      const tick = async () => {
        await remote.check();
        if (this.#stopped) return;
        const pause = remote.active && remote.status().reachable ? this.#options.pollMs : this.#options.pollMs / 2;
        this.#timers.set(remote.name, setTimeout(tick, pause));
      };
      void tick();
    }
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  /** One round over all remotes, or one of them after a deployment told us. */
  async check(name?: string): Promise<void> {
    const remotes = [...this.remotes.values()].filter((remote) => !name || remote.name === name);
    await Promise.all(remotes.map((remote) => remote.check()));
  }

  /** Before the first pages render: gives remotes that are up a moment to load, and does not wait for the others. */
  async ready(remotes: string[], timeoutMs = 3_000): Promise<void> {
    const absent = remotes.filter((name) => this.remotes.has(name) && !this.remotes.get(name)?.active);
    const failing = absent.filter((name) => this.remotes.get(name)?.status().error);
    if (absent.length === failing.length) return;
    const waiting = Promise.all(
      absent.map(async (name) => {
        await this.check(name);
        if (!this.remotes.get(name)?.active) await this.check(name); // The first may have begun before the host was there.
      }),
    );
    await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, timeoutMs))]);
  }

  status(): RemoteStatus[] {
    return [...this.remotes.values()].map((remote) => remote.status());
  }

  /** The given modules and all they may render in slots, with the releases that serve them now. */
  describe(wanted: ModuleId[]): PageRemotes {
    const page: PageRemotes = { pins: {}, modules: [], missing: [] };
    const queue = [...wanted];
    const seen = new Set<ModuleId>();
    for (let module = queue.shift(); module; module = queue.shift()) {
      if (seen.has(module)) continue;
      seen.add(module);
      const { remote, name } = splitModule(module);
      const active = this.remotes.get(remote)?.active;
      const exposed = active?.release.manifest.modules[name];
      if (!active || !exposed) {
        page.missing.push(module);
        continue;
      }
      page.modules.push(module);
      page.pins[remote] ??= this.#pin(active);
      this.#use(page.pins[remote], active, exposed.scripts, exposed.styles);
      queue.push(...(exposed.uses as ModuleId[]));
    }
    return page;
  }

  /** What the page's modules say in one language, by remote: the sections that they name and no others. */
  texts(page: PageRemotes, locale: string): PageTexts {
    const found: Record<string, Record<string, unknown>> = {};
    for (const module of page.modules) {
      const { remote, name } = splitModule(module);
      const version = page.pins[remote]?.version;
      const known = this.remotes.get(remote);
      const release =
        known?.active?.release.manifest.version === version ? known?.active : known?.release(version ?? '');
      const { texts } = (release?.modules.get(textsModule) ?? {}) as { texts?: (locale: string) => object };
      if (!release || !texts) continue;
      const all = texts(locale) as Record<string, unknown>;
      const own = found[remote] ?? {};
      found[remote] = own;
      for (const section of release.release.manifest.modules[name]?.texts ?? Object.keys(all))
        own[section] = all[section];
    }
    return found;
  }

  #pin({ release: { manifest } }: ActiveRelease): Pin {
    const { entry, files } = manifest.browser;
    const path = assetPath(manifest.name, manifest.version, 'browser') + entry;
    const integrity = this.#options.integrity ? { integrity: files[entry] } : {};
    return { version: manifest.version, entry: path, ...integrity, scripts: [], styles: [] };
  }

  #use(pin: Pin, { release: { manifest } }: ActiveRelease, scripts: string[], styles: string[]): void {
    const base = assetPath(manifest.name, manifest.version, 'browser');
    for (const [list, paths] of [
      [pin.scripts, scripts],
      [pin.styles, styles],
    ] as const) {
      for (const path of paths) {
        if (!list.some(([known]) => known === base + path))
          list.push([base + path, manifest.browser.files[path] ?? '']);
      }
    }
  }

  /** Exports of a module in the release a page was pinned to; for rendering, so it never waits. */
  exports(module: ModuleId, version: string): Record<string, unknown> | undefined {
    const { remote, name } = splitModule(module);
    return this.remotes.get(remote)?.release(version)?.modules.get(name);
  }

  /** A browser file of a current or kept release. */
  asset(name: string, version: string, path: string): Buffer | undefined {
    return this.remotes.get(name)?.release(version)?.release.browser.get(path);
  }

  /** Whether a page that was rendered earlier would be rendered with the same releases today. */
  isCurrent(page: PageRemotes): boolean {
    const same = Object.entries(page.pins).every(
      ([name, pin]) => this.remotes.get(name)?.active?.release.manifest.version === pin.version,
    );
    return (
      same &&
      page.missing.every((module) => {
        const { remote, name } = splitModule(module);
        return !this.remotes.get(remote)?.active?.release.manifest.modules[name];
      })
    );
  }
}

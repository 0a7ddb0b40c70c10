import { type PageRemotes, type Pin, pinsPath, splitModule } from '../pins.ts';
import type { ModuleSource, SlotState } from '../react/source.ts';
import type { ModuleId, PageTexts, RemoteComponent } from '../types.ts';

interface Host {
  name: string;
  registerRemotes(remotes: { name: string; entry: string }[], options?: { force: boolean }): void;
  loadRemote(id: string): Promise<{ default?: RemoteComponent } | null>;
}
/** Texts of remotes that were away when the page was made; `textsOf` of the ui package reads them. */
const lateTexts = Symbol.for('mallhive.i18n.late');
const page = globalThis as {
  [lateTexts]?: PageTexts;
  __FEDERATION__?: { __INSTANCES__: Host[] };
  __mf_integrity?: Record<string, string>;
};
const loadTimeoutMs = 10_000;

/** Modules for slots in the browser: of the releases the page was rendered with, one release per remote and page load. */
export class BrowserSource implements ModuleSource {
  readonly #states = new Map<ModuleId, Tracked>();
  readonly #pins = new Map<string, Pin>();
  readonly #hostName: string;

  constructor(hostName: string) {
    this.#hostName = hostName;
  }

  /** Takes over what a page was rendered with. False: it needs another release of a remote that runs here already. */
  adopt({ pins, modules }: PageRemotes): boolean {
    for (const [remote, pin] of Object.entries(pins)) {
      const known = this.#pins.get(remote);
      if (known && known.version !== pin.version) return false;
    }
    for (const [remote, pin] of Object.entries(pins)) {
      const known = this.#pins.get(remote);
      this.#pins.set(remote, known ? { ...pin, styles: union(known.styles, pin.styles) } : pin);
      if (!known) this.#register(remote, pin);
      this.#trust(pin);
    }
    for (const module of modules) if (!this.#states.has(module)) this.#load(module);
    return true;
  }

  read(module: ModuleId): SlotState {
    const promise = this.#states.get(module);
    return promise ? { kind: 'loaded', promise } : { kind: 'missing' };
  }

  async retry(module: ModuleId): Promise<boolean> {
    const address = `${pinsPath}?m=${encodeURIComponent(module)}&l=${document.documentElement.lang}`;
    const response = await fetch(address, { signal: AbortSignal.timeout(3_000) });
    const now: PageRemotes & { texts?: PageTexts } = await response.json();
    if (!now.modules.includes(module)) return false;
    const { remote } = splitModule(module);
    const pin = now.pins[remote];
    if (!pin) return false;
    const known = this.#pins.get(remote);
    const working = [...this.#states].some(([id, state]) => splitModule(id).remote === remote && state.value);
    if (known && known.version !== pin.version && working) return false; // two releases of a remote do not mix in one page
    if (!working) {
      this.#pins.set(remote, pin);
      this.#register(remote, pin);
    }
    const { [remote]: _own, ...others } = now.pins;
    this.adopt({ pins: others, modules: now.modules.filter((id) => splitModule(id).remote !== remote), missing: [] });
    this.#trust(pin);
    page[lateTexts] = { ...page[lateTexts], ...now.texts };
    const loaded = this.#states.get(module);
    return Boolean(loaded?.value ?? (await this.#load(module)));
  }

  failed(module: ModuleId, error: unknown): void {
    console.error(`${module} failed`, error);
  }

  #trust(pin: Pin): void {
    if (!pin.integrity) return;
    page.__mf_integrity ??= {};
    page.__mf_integrity[pin.entry] = pin.integrity;
  }

  #register(remote: string, pin: Pin): void {
    this.#trust(pin);
    this.#host().registerRemotes([{ name: remote, entry: location.origin + pin.entry }], { force: true });
  }

  #host(): Host {
    const host = page.__FEDERATION__?.__INSTANCES__.find(({ name }) => name === this.#hostName);
    if (!host) throw new Error('The page has no federation host');
    return host;
  }

  #load(module: ModuleId): Tracked {
    const { remote } = splitModule(module);
    const timeout = new Promise<never>((_, reject) => setTimeout(reject, loadTimeoutMs, new Error('took too long')));
    const loading = Promise.all([this.#host().loadRemote(module), ...(this.#pins.get(remote)?.styles ?? []).map(link)]);
    const promise: Tracked = Promise.race([loading, timeout]).then(
      ([exports]) => exports?.default ?? null,
      (error) => {
        console.error(`${module} could not be loaded`, error);
        return null;
      },
    );
    promise.then((component) => {
      promise.status = 'fulfilled';
      promise.value = component;
    });
    this.#states.set(module, promise);
    return promise;
  }
}

/** React reads a promise that carries its result without waiting. */
type Tracked = Promise<RemoteComponent | null> & { status?: 'fulfilled'; value?: RemoteComponent | null };

function union(one: Pin['styles'], other: Pin['styles']): Pin['styles'] {
  return [...one, ...other.filter(([path]) => !one.some(([known]) => known === path))];
}

/** Resolves when the stylesheet applies; a stylesheet that fails does not keep the module from showing. */
function link([path, integrity]: [string, string]): Promise<unknown> {
  if (document.querySelector(`link[rel="stylesheet"][href="${path}"]`)) return Promise.resolve();
  return new Promise((resolve) => {
    const element = document.createElement('link');
    element.rel = 'stylesheet';
    if (page.__mf_integrity) {
      element.integrity = integrity;
      element.crossOrigin = 'anonymous';
    }
    element.onload = element.onerror = resolve;
    element.href = path;
    document.head.append(element);
  });
}

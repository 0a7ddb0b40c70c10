/**
 * Compiled into every entry, browser and server. In the browser it asks for integrity, on the server it gives the
 * runtime nothing but files that the shell's registry has verified.
 */
interface Bridge {
  loadEntry(name: string, entry: string): unknown;
  read(url: string): Response;
}

const state = globalThis as {
  __mf_integrity?: Record<string, string>;
  /** How often a script failed, by its address; the next try has an address of its own, past the browser's cache. */
  __mf_again?: Record<string, number>;
  [bridgeKey: symbol]: Bridge | undefined;
};
const bridge = () => state[Symbol.for('mallhive.federation.bridge')];
/** Hash of nothing: a script that no manifest names must not run. */
const never = 'sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb';

export default function mallhivePlugin() {
  return {
    name: 'mallhive',
    async loadEntry({ remoteInfo }: { remoteInfo: { name: string; entry: string } }) {
      return typeof window === 'undefined' ? bridge()?.loadEntry(remoteInfo.name, remoteInfo.entry) : undefined;
    },
    async fetch(url: string) {
      return bridge()?.read(url);
    },
    createScript({ url }: { url: string }) {
      if (typeof window === 'undefined') return undefined;
      const script = document.createElement('script');
      script.async = true;
      if (state.__mf_integrity) {
        script.integrity = state.__mf_integrity[new URL(url, location.href).pathname] ?? never;
        script.crossOrigin = 'anonymous';
      }
      state.__mf_again ??= {};
      const again = state.__mf_again;
      script.src = again[url] ? `${url}?again=${again[url]}` : url;
      script.addEventListener('error', () => {
        again[url] = (again[url] ?? 0) + 1;
      });
      return { script, timeout: 8_000 };
    },
  };
}

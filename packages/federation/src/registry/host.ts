/** The part of the federation runtime that the registry uses, as the shell's server bundle creates it. */
export interface FederationHost {
  name: string;
  registerRemotes(remotes: { name: string; entry: string }[], options?: { force: boolean }): void;
  loadRemote(id: string): Promise<unknown>;
}

declare global {
  var __FEDERATION__: { __INSTANCES__: FederationHost[] } | undefined;
  var __mallhive_shared: Record<string, object> | undefined;
}

/** Undefined until the shell's _app has been evaluated: remotes need what it shares. */
export function federationHost(name: string): FederationHost | undefined {
  if (!globalThis.__mallhive_shared) return undefined;
  return globalThis.__FEDERATION__?.__INSTANCES__.find((instance) => instance.name === name);
}

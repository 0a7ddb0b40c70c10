/** The part of the federation runtime that the registry uses, as the shell's server bundle creates it. */
export interface FederationHost {
  name: string;
  registerRemotes(remotes: { name: string; entry: string }[], options?: { force: boolean }): void;
  loadRemote(id: string): Promise<unknown>;
}

declare global {
  var __FEDERATION__: { __INSTANCES__: FederationHost[] } | undefined;
}

export function federationHost(name: string): FederationHost | undefined {
  return globalThis.__FEDERATION__?.__INSTANCES__.find((instance) => instance.name === name);
}
